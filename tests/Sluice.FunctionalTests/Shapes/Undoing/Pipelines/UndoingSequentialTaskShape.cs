namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSequentialStages)), Stages(typeof(UndoingJoinStages))]
public sealed partial class UndoingSequentialTaskShape : ITaskShape
{
    public partial Task<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial Task<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
