namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return nothing.</summary>
public interface ISynchronousEffectShape
{
    void Run(Script script, RunContext? context, CancellationToken token);

    void ObservedRun<TObserver>(Script script, TObserver observer, RunContext? context, CancellationToken token)
        where TObserver : struct, IRunObserver;
}
