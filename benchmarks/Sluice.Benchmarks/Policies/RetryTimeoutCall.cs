namespace Sluice.Benchmarks.Policies;

/// <summary>Runs <see cref="RetryTimeoutPipeline"/>.</summary>
internal readonly struct RetryTimeoutCall(RetryTimeoutPipeline pipeline) : IPolicyCall
{
    public ValueTask<int> RunAsync(int input) => pipeline.RunAsync(input);
}
