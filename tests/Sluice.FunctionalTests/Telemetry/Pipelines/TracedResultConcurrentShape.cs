using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(ConcurrentStages)), Stages(typeof(JoinStages))]
public sealed partial class TracedResultConcurrentShape : IResultTaskShape
{
    public partial ValueTask<PipelineResult<Total>> RunAsync(
        Script script,
        RunContext? context,
        CancellationToken token
    );

    public partial ValueTask<PipelineResult<Total>> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
