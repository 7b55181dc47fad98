using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SequentialStages)), Stages(typeof(EffectStages))]
public sealed partial class TracedSequentialEffectShape : IEffectShape
{
    public partial ValueTask RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial ValueTask ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
