using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing.Troubled;

/// <summary>
/// A pipeline with a stage that is retried and a stage that is skipped, whose asynchronous stages run one after the other.
/// </summary>
[Pipeline]
public sealed partial class TroubledSequential : IValueTaskShape
{
    public partial ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial ValueTask<Total> ObservedRunAsync<TObserver>(
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
    private static async Task<Total> JoinAsync(
        Loaded loaded,
        Optional<RightPart> right,
        Script script,
        StageContext context
    ) => new(loaded.Number + (right.HasValue ? 1 : 0) + await script.StepAsync("Join", context));
}
