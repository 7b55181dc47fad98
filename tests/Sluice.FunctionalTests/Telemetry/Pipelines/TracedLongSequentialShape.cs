using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(LongSequentialStages)), Stages(typeof(JoinStages)), Stages(typeof(FillingStages))]
public sealed partial class TracedLongSequentialShape : IValueTaskShape
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
