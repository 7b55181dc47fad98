using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace Sluice.Benchmarks.Policies;

/// <summary>The same policies, built with Polly.</summary>
internal static class PollyPipelines
{
    /// <summary>A retry.</summary>
    public static ResiliencePipeline<int> Retry { get; } =
        new ResiliencePipelineBuilder<int>().AddRetry(RetryOptions()).Build();

    /// <summary>A timeout.</summary>
    public static ResiliencePipeline<int> Timeout { get; } =
        new ResiliencePipelineBuilder<int>().AddTimeout(TimeSpan.FromSeconds(10)).Build();

    /// <summary>A retry with a timeout for each attempt.</summary>
    public static ResiliencePipeline<int> RetryTimeout { get; } =
        new ResiliencePipelineBuilder<int>().AddRetry(RetryOptions()).AddTimeout(TimeSpan.FromSeconds(10)).Build();

    /// <summary>A second attempt if the first takes long.</summary>
    public static ResiliencePipeline<int> Hedge { get; } =
        new ResiliencePipelineBuilder<int>()
            .AddHedging(new HedgingStrategyOptions<int> { MaxHedgedAttempts = 1, Delay = TimeSpan.FromSeconds(10) })
            .Build();

    /// <summary>A fallback, a total timeout, a retry, a circuit breaker and an attempt timeout.</summary>
    public static ResiliencePipeline<int> Five { get; } =
        new ResiliencePipelineBuilder<int>()
            .AddFallback(
                new FallbackStrategyOptions<int>
                {
                    FallbackAction = static _ => Polly.Outcome.FromResultAsValueTask(-1),
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(30))
            .AddRetry(RetryOptions())
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<int>
                {
                    FailureRatio = 0.5,
                    BreakDuration = TimeSpan.FromSeconds(30),
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    MinimumThroughput = 100,
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(10))
            .Build();

    /// <summary>Performs the work in a pipeline, in the form that allocates least: without a closure.</summary>
    public static ValueTask<int> RunAsync(ResiliencePipeline<int> pipeline, int input) =>
        pipeline.ExecuteAsync(static (state, token) => PolicyWork.DoAsync(state, token), input);

    private static RetryStrategyOptions<int> RetryOptions() =>
        new()
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        };
}
