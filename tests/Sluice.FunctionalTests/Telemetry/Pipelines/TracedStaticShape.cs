using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(ConcurrentStages)), Stages(typeof(JoinStages))]
public static partial class TracedStaticShape
{
    public static partial ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public static partial ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
