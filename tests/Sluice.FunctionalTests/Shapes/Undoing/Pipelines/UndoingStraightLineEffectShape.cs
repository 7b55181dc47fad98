namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(UndoingSynchronousStages)), Stages(typeof(EffectStages))]
public sealed partial class UndoingStraightLineEffectShape : ISynchronousEffectShape
{
    public partial void Run(Script script, RunContext? context, CancellationToken token);

    public partial void ObservedRun<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
