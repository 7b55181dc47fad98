namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSequentialStages)), Stages(typeof(EffectStages))]
public sealed partial class UndoingSequentialEffectShape : IEffectShape
{
    public partial ValueTask RunAsync(Script script, RunContext? context, CancellationToken token);

    public partial ValueTask ObservedRunAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
