namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return their output.</summary>
public interface ISynchronousShape
{
    Total Run(Script script, RunContext? context, CancellationToken token);

    Total ObservedRun<TObserver>(Script script, TObserver observer, RunContext? context, CancellationToken token)
        where TObserver : struct, IRunObserver;
}
