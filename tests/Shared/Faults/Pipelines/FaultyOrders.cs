namespace Sluice.Tests.Shared.Faults;

/// <summary>A pipeline whose stages overlap and use every policy.</summary>
[Pipeline]
public sealed partial class FaultyOrders
{
    private readonly FaultyAudit _audit = new();

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

    public partial ValueTask<Optional<Total>> PlainAsync(FaultyRun run, RunContext context, CancellationToken token);

    [Stage]
    [Retry(3, Delay = "00:00:01", Backoff = Backoff.Exponential)]
    [Timeout("00:00:04", Total = "00:00:20")]
    [Compensate(nameof(UnloadAsync))]
    private static ValueTask<Loaded> LoadAsync(FaultyRun run, StageContext context)
    {
        run.RegisterCleanUp(context);
        return run.CallAsync("Load", context.Attempt, new Loaded(run.Number), context.CancellationToken);
    }

    private static async ValueTask UnloadAsync(
        FaultyRun run,
        Loaded loaded,
        Exception exception,
        CancellationToken token
    )
    {
        ArgumentNullException.ThrowIfNull(exception);
        _ = await run.CallAsync("undo Load", 1, loaded, token).ConfigureAwait(false);
    }

    [Stage]
    [Cached("00:00:30", Size = 8, Key = nameof(KeyOf))]
    private static ValueTask<Rates> RatesAsync(FaultyRun run, Loaded loaded, StageContext context) =>
        run.CallAsync("Rates", context.Attempt, new Rates(KeyOf(loaded)), context.CancellationToken);

    private static int KeyOf(Loaded loaded) => loaded.Number % 16;

    [Stage]
    [Fallback(nameof(GuessAsync))]
    [CircuitBreaker(0.7, "00:00:05", Window = "00:00:10", MinimumCalls = 20)]
    private static ValueTask<Left> LeftAsync(FaultyRun run, Loaded loaded, StageContext context) =>
        run.CallAsync("Left", context.Attempt, new Left(loaded.Number + 1), context.CancellationToken);

    private static ValueTask<Left> GuessAsync(
        FaultyRun run,
        Loaded loaded,
        Exception exception,
        CancellationToken token
    )
    {
        ArgumentNullException.ThrowIfNull(exception);
        return run.CallAsync("guess Left", 1, new Left(loaded.Number + 1), token);
    }

    [Stage, Concurrency(4, QueueLimit = 64), Compensate(nameof(UndoRightAsync))]
    private static ValueTask<Right> RightAsync(FaultyRun run, Loaded loaded, StageContext context) =>
        run.CallAsync("Right", context.Attempt, new Right(loaded.Number + 2), context.CancellationToken);

    private static async ValueTask UndoRightAsync(FaultyRun run, Right right) =>
        _ = await run.CallAsync("undo Right", 1, right, CancellationToken.None).ConfigureAwait(false);

    [Stage]
    private static IReadOnlyList<int> Split(Loaded loaded) => [loaded.Number, loaded.Number + 1, loaded.Number + 2];

    [Stage, Retry(2, Delay = "00:00:00.100"), Timeout("00:00:10")]
    private static ValueTask<Cut> CutAsync([Each] int part, FaultyRun run, StageContext context) =>
        run.CallAsync("Cut", context.Attempt, new Cut(part), context.CancellationToken);

    [Stage]
    private static ValueTask<Draft> DraftAsync(FaultyRun run, Rates rates, Loaded loaded, StageContext context) =>
        run.CallAsync("Draft", context.Attempt, new Draft(loaded.Number + rates.Number), context.CancellationToken);

    [Stage, Guard(Retry = nameof(DraftAsync), Attempts = 3, AllowNoProgress = true)]
    private static ValueTask<bool> IsGoodAsync(FaultyRun run, Draft draft, StageContext context) =>
        run.CallAsync("IsGood", context.Attempt, draft.Number >= 0, context.CancellationToken);

    [Stage, Retry(2), Intercept<FaultyInterceptor>]
    private static ValueTask<Outcome<Price>> PriceAsync(FaultyRun run, Draft draft, Left left, StageContext context)
    {
        run.RegisterCleanUp(context);
        return run.TryAsync("Price", context.Attempt, new Price(draft.Number + left.Number), context.CancellationToken);
    }

    [Stage]
    private ValueTask<Audit> AuditAsync(FaultyRun run, Right right, RunContext context, CancellationToken token) =>
        _audit.RunAsync(run, right, context, token);

    [Stage, After(nameof(JoinAsync))]
    private static async ValueTask TellAsync(FaultyRun run, StageContext context) =>
        _ = await run.CallAsync("Tell", context.Attempt, 0, context.CancellationToken).ConfigureAwait(false);

    [Stage]
    private static ValueTask<Total> JoinAsync(
        FaultyRun run,
        Left left,
        Right right,
        IReadOnlyList<Cut> cuts,
        Price price,
        Audit audit,
        StageContext context
    ) =>
        run.CallAsync(
            "Join",
            context.Attempt,
            new Total(left.Number + right.Number + cuts.Sum(cut => cut.Number) + price.Number + audit.Number),
            context.CancellationToken
        );
}
