namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSequentialStages)), Stages(typeof(UndoingJoinStages))]
public sealed partial class UndoingResultSequentialShape : IResultTaskShape
{
    public partial ValueTask<PipelineResult<Total>> RunAsync(
        Script script,
        RunContext? context,
        CancellationToken token
    );

    public partial ValueTask<PipelineResult<Total>> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
