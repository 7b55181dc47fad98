namespace Sluice.Benchmarks.Policies;

/// <summary>Runs <see cref="FivePoliciesPipeline"/>.</summary>
internal readonly struct FivePoliciesCall(FivePoliciesPipeline pipeline) : IPolicyCall
{
    public ValueTask<int> RunAsync(int input) => pipeline.RunAsync(input);
}
