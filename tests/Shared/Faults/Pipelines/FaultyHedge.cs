namespace Sluice.Tests.Shared.Faults;

/// <summary>A pipeline with hedged stages: two attempts of one stage overlap.</summary>
[Pipeline]
public sealed partial class FaultyHedge
{
    public partial ValueTask<Total> RunAsync<TObserver>(
        FaultyRun run,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    public partial ValueTask<PipelineResult<Total>> TryRunAsync<TObserver>(
        FaultyRun run,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    public partial ValueTask<Total> PlainAsync(FaultyRun run, RunContext context, CancellationToken token);

    [Stage, Hedge("00:00:02")]
    private static ValueTask<Loaded> AskAsync(FaultyRun run, StageContext context) =>
        run.CallAsync("Ask", context.Attempt, new Loaded(run.Number), context.CancellationToken);

    [Stage]
    [Retry(2, Delay = "00:00:01")]
    [Hedge("00:00:01")]
    [CircuitBreaker(0.9, "00:00:05", MinimumCalls = 30)]
    [Timeout("00:00:04", Total = "00:00:20")]
    private static ValueTask<Left> AnswerAsync(FaultyRun run, Loaded loaded, StageContext context) =>
        run.CallAsync("Answer", context.Attempt, new Left(loaded.Number + 1), context.CancellationToken);

    [Stage, Timeout("00:00:10")]
    private static ValueTask<Total> JoinAsync(FaultyRun run, Loaded loaded, Left left, StageContext context) =>
        run.CallAsync("Join", context.Attempt, new Total(loaded.Number + left.Number), context.CancellationToken);
}
