namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(SynchronousStages)), Stages(typeof(JoinStages))]
public sealed partial class StraightLineShape : ISynchronousShape
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
