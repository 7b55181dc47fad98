using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SynchronousStages)), Stages(typeof(JoinStages))]
public sealed partial class TracedStraightLineTaskShape : IValueTaskShape
{
    public partial ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
