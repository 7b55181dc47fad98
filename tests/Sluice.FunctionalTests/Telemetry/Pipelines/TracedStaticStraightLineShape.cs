using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SynchronousStages)), Stages(typeof(JoinStages))]
public static partial class TracedStaticStraightLineShape
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
