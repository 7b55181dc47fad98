namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return a task with a result.</summary>
public interface IResultTaskShape
{
    ValueTask<PipelineResult<Total>> RunAsync(Script script, RunContext? context, CancellationToken token);

    ValueTask<PipelineResult<Total>> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
