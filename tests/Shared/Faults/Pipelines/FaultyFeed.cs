using System.Runtime.CompilerServices;

namespace Sluice.Tests.Shared.Faults;

/// <summary>A pipeline that streams to its caller, or to a stage that runs for each item.</summary>
[Pipeline]
public sealed partial class FaultyFeed
{
    /// <summary>The number of items.</summary>
    public const int Items = 4;

    public partial IAsyncEnumerable<Receipt> StreamAsync<TObserver>(
        FaultyRun run,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    public partial IAsyncEnumerable<Receipt> PlainAsync(FaultyRun run, RunContext context, CancellationToken token);

    public partial IAsyncEnumerable<Receipt> StreamAndStoreAsync<TObserver>(
        FaultyRun run,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    public partial IAsyncEnumerable<Receipt> PlainAndStoreAsync(
        FaultyRun run,
        RunContext context,
        CancellationToken token
    );

    public partial ValueTask<IReadOnlyList<Cut>> CutAsync<TObserver>(
        FaultyRun run,
        TObserver observer,
        RunContext context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    [Stage, Retry(3, Delay = "00:00:01"), Timeout("00:00:10"), Compensate(nameof(UnloadAsync))]
    private static ValueTask<Loaded> LoadAsync(FaultyRun run, StageContext context)
    {
        run.RegisterCleanUp(context);
        return run.CallAsync("Load", context.Attempt, new Loaded(run.Number), context.CancellationToken);
    }

    private static async ValueTask UnloadAsync(FaultyRun run, Loaded loaded) =>
        _ = await run.CallAsync("undo Load", 1, loaded, CancellationToken.None).ConfigureAwait(false);

    [Stage(Only = [nameof(StreamAndStoreAsync), nameof(PlainAndStoreAsync)]), Timeout("00:00:10")]
    private static async Task StoreAsync(FaultyRun run, StageContext context) =>
        _ = await run.CallAsync("Store", context.Attempt, 0, context.CancellationToken).ConfigureAwait(false);

    [Stage]
    private static async IAsyncEnumerable<Draft> WriteAsync(
        FaultyRun run,
        Loaded loaded,
        StageContext context,
        [EnumeratorCancellation] CancellationToken token
    )
    {
        run.RegisterCleanUp(context);
        for (var item = 0; item < Items; item++)
        {
            yield return await run.CallAsync("Write", item + 1, new Draft(loaded.Number + item), token)
                .ConfigureAwait(false);
        }
    }

    [Stage]
    private static async IAsyncEnumerable<Receipt> SignAsync(
        [Buffer(2)] IAsyncEnumerable<Draft> drafts,
        FaultyRun run,
        [EnumeratorCancellation] CancellationToken token
    )
    {
        await foreach (var draft in drafts.WithCancellation(token).ConfigureAwait(false))
        {
            yield return await run.CallAsync("Sign", 1, new Receipt(draft.Number), token).ConfigureAwait(false);
        }
    }

    [Stage, Retry(2), Timeout("00:00:10")]
    private static ValueTask<Cut> CutAsync([Each] Draft draft, FaultyRun run, StageContext context) =>
        run.CallAsync("Cut", context.Attempt, new Cut(draft.Number), context.CancellationToken);
}
