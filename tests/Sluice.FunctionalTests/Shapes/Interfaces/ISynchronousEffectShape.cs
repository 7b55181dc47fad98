namespace Sluice.FunctionalTests.Shapes;

/// <summary>Returns nothing.</summary>
public interface ISynchronousEffectShape
{
    void Run(Script script, RunContext? context, CancellationToken token);

    void ObservedRun<TObserver>(Script script, TObserver observer, RunContext? context, CancellationToken token)
        where TObserver : struct, IRunObserver;
}
