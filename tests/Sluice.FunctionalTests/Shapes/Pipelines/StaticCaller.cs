namespace Sluice.FunctionalTests.Shapes;

/// <summary>Calls the static pipeline, which cannot implement an interface itself.</summary>
public sealed class StaticCaller : IValueTaskShape
{
    public ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token) =>
        StaticShape.RunAsync(script, context, token);

    public ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver => StaticShape.ObservedRunAsync(script, observer, context, token);
}
