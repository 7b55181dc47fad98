namespace Sluice.Benchmarks.Policies;

/// <summary>Runs <see cref="RetryPipeline"/>.</summary>
internal readonly struct RetryCall(RetryPipeline pipeline) : IPolicyCall
{
    public ValueTask<int> RunAsync(int input) => pipeline.RunAsync(input);
}
