namespace Sluice.Benchmarks.Policies;

/// <summary>Runs <see cref="HedgePipeline"/>.</summary>
internal readonly struct HedgeCall(HedgePipeline pipeline) : IPolicyCall
{
    public ValueTask<int> RunAsync(int input) => pipeline.RunAsync(input);
}
