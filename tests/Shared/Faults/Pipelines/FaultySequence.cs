namespace Sluice.Tests.Shared.Faults;

/// <summary>A pipeline whose stages run one after the other.</summary>
[Pipeline]
public sealed partial class FaultySequence
{
    public partial ValueTask<Optional<Total>> RunAsync<TObserver>(
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

    public partial Task<Optional<Total>> PlainAsync(FaultyRun run, RunContext context, CancellationToken token);

    [Stage]
    [Retry(4, Delay = "00:00:01", Backoff = Backoff.Linear, MaxDelay = "00:00:02")]
    [Timeout("00:00:04", Total = "00:00:12")]
    [Compensate(nameof(UnloadAsync))]
    private static ValueTask<Loaded> LoadAsync(FaultyRun run, StageContext context)
    {
        run.RegisterCleanUp(context);
        return run.CallAsync("Load", context.Attempt, new Loaded(run.Number), context.CancellationToken);
    }

    private static async ValueTask UnloadAsync(FaultyRun run, Loaded loaded) =>
        _ = await run.CallAsync("undo Load", 1, loaded, CancellationToken.None).ConfigureAwait(false);

    [Stage, Timeout("00:00:30"), Compensate(nameof(UndoLeft))]
    private static ValueTask<Left> LeftAsync(FaultyRun run, Loaded loaded, StageContext context) =>
        run.CallAsync("Left", context.Attempt, new Left(loaded.Number + 1), context.CancellationToken);

    private static void UndoLeft(FaultyRun run, Left left, CancellationToken token) =>
        run.Call("undo Left", 1, left, token);

    [Stage, Fallback(nameof(Guess)), Intercept<FaultyInterceptor>, Timeout("00:00:10")]
    private static ValueTask<Outcome<Right>> RightAsync(FaultyRun run, Left left, StageContext context)
    {
        run.RegisterCleanUp(context);
        return run.TryAsync("Right", context.Attempt, new Right(left.Number + 1), context.CancellationToken);
    }

    private static Outcome<Right> Guess(FaultyRun run, Left left, CancellationToken token) =>
        run.Call("guess Right", 1, new Right(left.Number + 1), token);

    [Stage, Timeout("00:00:10")]
    private static ValueTask<Total> JoinAsync(FaultyRun run, Left left, Right right, StageContext context) =>
        run.CallAsync("Join", context.Attempt, new Total(left.Number + right.Number), context.CancellationToken);
}
