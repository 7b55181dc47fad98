namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSynchronousStages)), Stages(typeof(UndoingJoinStages))]
public sealed partial class UndoingGenericStraightLineShape<T> : ISynchronousShape
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
