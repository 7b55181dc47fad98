namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return a stream.</summary>
public interface IStreamShape
{
    IAsyncEnumerable<Total> StreamAsync(Script script, RunContext? context, CancellationToken token);

    IAsyncEnumerable<Total> ObservedStreamAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
