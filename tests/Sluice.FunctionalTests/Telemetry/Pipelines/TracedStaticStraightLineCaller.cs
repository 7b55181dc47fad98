using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>Calls the static pipeline, which cannot implement an interface itself.</summary>
public sealed class TracedStaticStraightLineCaller : ISynchronousShape
{
    public Total Run(Script script, RunContext? context, CancellationToken token) =>
        TracedStaticStraightLineShape.Run(script, context, token);

    public Total ObservedRun<TObserver>(Script script, TObserver observer, RunContext? context, CancellationToken token)
        where TObserver : struct, IRunObserver =>
        TracedStaticStraightLineShape.ObservedRun(script, observer, context, token);
}
