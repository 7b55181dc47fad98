using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

[Pipeline, Telemetry, Stages(typeof(SequentialStages)), Stages(typeof(StreamStages))]
public sealed partial class TracedStreamedShape : IStreamShape
{
    public partial IAsyncEnumerable<Total> StreamAsync(Script script, RunContext? context, CancellationToken token);

    public partial IAsyncEnumerable<Total> ObservedStreamAsync<TObserver>(
        Script script,
        TObserver observer,
        RunContext? context,
        CancellationToken token
    )
        where TObserver : struct, IRunObserver;
}
