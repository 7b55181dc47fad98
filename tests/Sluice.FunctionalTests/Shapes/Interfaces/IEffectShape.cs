namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return a task without an output.</summary>
public interface IEffectShape
{
    ValueTask RunAsync(Script script, RunContext? context, CancellationToken token);

    ValueTask ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
