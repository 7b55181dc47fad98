using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SequentialStages)), Stages(typeof(JoinStages))]
public sealed partial class TracedSequentialTaskShape : ITaskShape
{
    public partial Task<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial Task<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
