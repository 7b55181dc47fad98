namespace Sluice.FunctionalTests.Shapes;

[Pipeline, Stages(typeof(SequentialStages)), Stages(typeof(JoinStages))]
public sealed partial class SequentialTaskShape : ITaskShape
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
