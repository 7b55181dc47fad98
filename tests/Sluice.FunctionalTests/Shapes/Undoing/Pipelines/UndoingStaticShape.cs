namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingConcurrentStages)), Stages(typeof(UndoingJoinStages))]
public static partial class UndoingStaticShape
{
    public static partial ValueTask<Total> RunAsync(Script script, RunContext? context, CancellationToken token);

    public static partial ValueTask<Total> ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
