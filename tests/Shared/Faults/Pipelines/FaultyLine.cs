namespace Sluice.Tests.Shared.Faults;

/// <summary>A synchronous pipeline.</summary>
[Pipeline]
public sealed partial class FaultyLine
{
    public partial Total Run<TObserver>(FaultyRun run, TObserver observer, RunContext context, CancellationToken token)
        where TObserver : struct, IRunObserver;

    public partial PipelineResult<Total> TryRun<TObserver>(
        FaultyRun run,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    public partial Total Plain(FaultyRun run, RunContext context, CancellationToken token);

    [Stage, Retry(3), Compensate(nameof(Unload))]
    private static Loaded Load(FaultyRun run, StageContext context)
    {
        run.RegisterSynchronousCleanUp(context);
        return run.Call("Load", context.Attempt, new Loaded(run.Number), context.CancellationToken);
    }

    private static void Unload(FaultyRun run, Loaded loaded) =>
        run.Call("undo Load", 1, loaded, CancellationToken.None);

    [Stage, CircuitBreaker(0.9, "00:00:05", MinimumCalls = 30), Compensate(nameof(UndoLeft))]
    private static Left Left(FaultyRun run, Loaded loaded, StageContext context)
    {
        run.RegisterSynchronousCleanUp(context);
        return run.Call("Left", context.Attempt, new Left(loaded.Number + 1), context.CancellationToken);
    }

    private static void UndoLeft(FaultyRun run, Left left, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _ = run.Call("undo Left", 1, left, CancellationToken.None);
    }

    [Stage, Fallback(nameof(Guess)), Intercept<FaultyInterceptor>]
    private static Right Right(FaultyRun run, Left left, StageContext context) =>
        run.Call("Right", context.Attempt, new Right(left.Number + 1), context.CancellationToken);

    private static Right Guess(FaultyRun run, Left left, CancellationToken token) =>
        run.Call("guess Right", 1, new Right(left.Number + 1), token);

    [Stage]
    private static Total Join(FaultyRun run, Left left, Right right, StageContext context) =>
        run.Call("Join", context.Attempt, new Total(left.Number + right.Number), context.CancellationToken);
}
