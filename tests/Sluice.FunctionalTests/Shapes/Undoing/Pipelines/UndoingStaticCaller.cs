namespace Sluice.FunctionalTests.Shapes;

/// <summary>Calls the static pipeline, which cannot implement an interface itself.</summary>
public sealed class UndoingStaticCaller : IValueTaskShape
{
    public ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token) =>
        UndoingStaticShape.RunAsync(script, context, token);

    public ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver => UndoingStaticShape.ObservedRunAsync(script, observer, context, token);
}
