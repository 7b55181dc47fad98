using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing.Troubled;

/// <summary>A streaming pipeline with a stage that is retried and a stage that is skipped.</summary>
[Pipeline]
public sealed partial class TroubledStreaming : IStreamShape
{
    public partial IAsyncEnumerable<Total> StreamAsync(Script script, RunContext? context, CancellationToken token);

    public partial IAsyncEnumerable<Total> ObservedStreamAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    [Stage, Retry(2)]
    private static async ValueTask<Loaded> LoadAsync(Script script, StageContext context)
    {
        var number = await script.StepAsync("Load", context);
        return context.Attempt > 1 ? new Loaded(number) : throw new InvalidDataException("once");
    }

    private static bool IsWanted(Loaded loaded) => loaded.Number > 1;

    [Stage, When(nameof(IsWanted))]
    private static RightPart Right(Loaded loaded) => new(loaded.Number);

    [Stage]
    private static async IAsyncEnumerable<Total> JoinAsync(
        Loaded loaded,
        Optional<RightPart> right,
        Script script,
        StageContext context
    )
    {
        yield return new(loaded.Number + (right.HasValue ? 1 : 0) + await script.StepAsync("Join", context));
    }
}
