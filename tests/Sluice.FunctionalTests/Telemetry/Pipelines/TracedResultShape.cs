using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SynchronousStages)), Stages(typeof(JoinStages))]
public sealed partial class TracedResultShape : IResultShape
{
    public partial PipelineResult<Total> Run(Script script, RunContext? context, CancellationToken token);

    public partial PipelineResult<Total> ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
