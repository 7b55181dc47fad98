namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return a task.</summary>
public interface ITaskShape
{
    Task<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    Task<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
