using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Observing;

/// <summary>Runs without a stage, whose outputs are their inputs.</summary>
public sealed partial class EmptyRunTests
{
    [Fact]
    public async Task A_run_without_a_stage_is_observed()
    {
        var events = new RecordedEvents();
        var pipeline = new Empty();

        Assert.Equal((1, "a"), pipeline.Run(1, "a", new RecordingObserver(events)));
        Assert.Equal((1, "a"), await pipeline.RunAsync(1, "a", new RecordingObserver(events)));
        Assert.True(pipeline.Resulting(1).IsSuccess);

        Assert.Equal(
            [RunEventKind.RunStarted, RunEventKind.RunCompleted, RunEventKind.RunStarted, RunEventKind.RunCompleted],
            events.All.Select(runEvent => runEvent.Kind)
        );
    }

    [Pipeline, Telemetry]
    private sealed partial class Empty
    {
        public partial (int Number, string Text) Run<TObserver>(int number, string text, TObserver observer)
            where TObserver : struct, IRunObserver;

        public partial ValueTask<(int Number, string Text)> RunAsync<TObserver>(
            int number,
            string text,
            TObserver observer
        )
            where TObserver : struct, IRunObserver;

        [return: From(nameof(number))]
        public partial PipelineResult<int> Resulting(int number);
    }
}
