using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SynchronousStages)), Stages(typeof(EffectStages))]
public sealed partial class TracedStraightLineEffectShape : ISynchronousEffectShape
{
    public partial void Run(Script script, RunContext? context, CancellationToken token);

    public partial void ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
