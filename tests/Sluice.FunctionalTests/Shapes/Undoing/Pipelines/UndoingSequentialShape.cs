namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSequentialStages)), Stages(typeof(UndoingJoinStages))]
public sealed partial class UndoingSequentialShape : IValueTaskShape
{
    public partial ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
