namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return a value task.</summary>
public interface IValueTaskShape
{
    ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
