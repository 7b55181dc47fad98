namespace Sluice.FunctionalTests.Shapes;

[
    Pipeline,
    Stages(typeof(UndoingLongSynchronousStages)),
    Stages(typeof(UndoingJoinStages)),
    Stages(typeof(FillingStages))
]
public sealed partial class UndoingLongStraightLineShape : ISynchronousShape
{
    public partial Total Run(Script script, RunContext? context, CancellationToken token);

    public partial Total ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
