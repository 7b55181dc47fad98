namespace Sluice.FunctionalTests.Shapes;

[
    Pipeline(OnFailure = FailureMode.Continue),
    Stages(typeof(UndoingSynchronousStages)),
    Stages(typeof(UndoingJoinStages))
]
public sealed partial class UndoingContinuedStraightLineShape : ISynchronousShape
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
