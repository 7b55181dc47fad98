using Polly;

namespace Sluice.Benchmarks.Policies;

/// <summary>Runs one of Polly's pipelines around the work.</summary>
internal readonly struct PollyCall(ResiliencePipeline<int> pipeline) : IPolicyCall
{
    public ValueTask<int> RunAsync(int input) => PollyPipelines.RunAsync(pipeline, input);
}
