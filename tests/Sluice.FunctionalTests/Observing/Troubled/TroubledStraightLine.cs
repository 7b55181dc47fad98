using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Observing.Troubled;

/// <summary>A synchronous pipeline with a stage that is retried and a stage that is skipped.</summary>
[Pipeline]
public sealed partial class TroubledStraightLine : ISynchronousShape
{
    public partial Total Run(Script script, RunContext? context, CancellationToken token);

    public partial Total ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;

    [Stage, Retry(2)]
    private static Loaded Load(Script script, StageContext context)
    {
        var number = script.Step("Load", context);
        return context.Attempt > 1 ? new Loaded(number) : throw new InvalidDataException("once");
    }

    private static bool IsWanted(Loaded loaded) => loaded.Number > 1;

    [Stage, When(nameof(IsWanted))]
    private static RightPart Right(Loaded loaded) => new(loaded.Number);

    [Stage]
    private static Total Join(Loaded loaded, Optional<RightPart> right, Script script, StageContext context) =>
        new(loaded.Number + (right.HasValue ? 1 : 0) + script.Step("Join", context));
}
