using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Telemetry, Pipeline(OnFailure = FailureMode.Continue), Stages(typeof(SynchronousStages)), Stages(typeof(JoinStages))]
public sealed partial class TracedContinuedStraightLineShape : ISynchronousShape
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
