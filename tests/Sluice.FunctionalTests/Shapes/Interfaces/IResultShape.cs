namespace Sluice.FunctionalTests.Shapes;

/// <summary>A pipeline whose entry points return a result.</summary>
public interface IResultShape
{
    PipelineResult<Total> Run(Script script, RunContext? context, CancellationToken token);

    PipelineResult<Total> ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
