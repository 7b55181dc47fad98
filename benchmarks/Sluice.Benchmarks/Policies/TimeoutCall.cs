namespace Sluice.Benchmarks.Policies;

/// <summary>Runs <see cref="TimeoutPipeline"/>.</summary>
internal readonly struct TimeoutCall(TimeoutPipeline pipeline) : IPolicyCall
{
    public ValueTask<int> RunAsync(int input) => pipeline.RunAsync(input);
}
