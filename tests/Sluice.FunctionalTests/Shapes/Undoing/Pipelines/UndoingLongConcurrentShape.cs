namespace Sluice.FunctionalTests.Shapes;

[
    Pipeline,
    Stages(typeof(UndoingLongConcurrentStages)),
    Stages(typeof(UndoingJoinStages)),
    Stages(typeof(FillingStages))
]
public sealed partial class UndoingLongConcurrentShape : IValueTaskShape
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
