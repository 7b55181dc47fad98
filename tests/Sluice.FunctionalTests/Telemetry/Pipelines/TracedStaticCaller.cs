using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>Calls the static pipeline, which cannot implement an interface itself.</summary>
public sealed class TracedStaticCaller : IValueTaskShape
{
    public ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token) =>
        TracedStaticShape.RunAsync(script, context, token);

    public ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver => TracedStaticShape.ObservedRunAsync(script, observer, context, token);
}
