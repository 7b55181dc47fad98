namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSynchronousStages)), Stages(typeof(UndoingJoinStages))]
public static partial class UndoingStaticStraightLineShape
{
    public static partial Total Run(Script script, RunContext? context, CancellationToken token);

    public static partial Total ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
