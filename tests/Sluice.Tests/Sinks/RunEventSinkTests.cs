using Sluice.CompilerServices;
using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.Sinks;

[Collection(nameof(AllocationGroup))]
public sealed class RunEventSinkTests
{
    private static readonly ReportedStages Stages = new("Shop.Checkout", ["Load"], [0]);

    [Fact]
    public async Task The_events_of_many_runs_reach_the_consumer_whole()
    {
        var events = new RecordedEvents();
        await using var sink = new RunEventSink(
            (batch, _) =>
            {
                foreach (ref readonly var runEvent in batch.Events.Span)
                {
                    events.Add(in runEvent);
                }

                return ValueTask.CompletedTask;
            },
            new RunEventSinkOptions { Capacity = 7, MaxBatchSize = 3 }
        );
        Parallel.For(
            0,
            500,
            _ =>
            {
                var run = RunScope.Observe(Stages, "Run", sink.Observer, null, isSynchronous: true, default);
                run.Ready(0);
                run.Started(0);
                run.Completed(0, 1);
                run.Close();
            }
        );
        await sink.StopAsync().OrHang();

        Assert.Equal(500, events.Runs.Count);
        events.Check();
    }

    [Fact]
    public async Task The_consumer_is_called_outside_the_context_of_whoever_made_the_sink_or_reports()
    {
        var local = new AsyncLocal<string?> { Value = "maker" };
        string? seen = "none";
        await using var sink = new RunEventSink(
            (_, _) =>
            {
                seen = local.Value;
                return ValueTask.CompletedTask;
            }
        );
        local.Value = "reporter";
        sink.Report(1);
        await sink.StopAsync().OrHang();

        Assert.Null(seen);
    }

    [Fact]
    public async Task To_report_takes_no_memory()
    {
        await using var sink = new RunEventSink(
            static (_, _) => ValueTask.CompletedTask,
            new RunEventSinkOptions { Capacity = 64, FullMode = SinkFullMode.DropNewest }
        );
        var observer = sink.Observer;
        var runEvent = SinkEvents.Event(1);

        Assert.Equal(0, Allocations.OnThisThread(() => observer.Observe(in runEvent)));
    }

    [Fact]
    public void An_observer_of_no_sink_does_nothing()
    {
        var observer = default(SinkObserver);

        Assert.Null(Record.Exception(() => observer.Observe(SinkEvents.Event(1))));
    }

    [Fact]
    public void A_sink_has_room_for_an_event_and_tries_at_least_once()
    {
        AssertRefused(new() { Capacity = 0 }, 0, "Capacity must be 1 or more.");
        AssertRefused(new() { MaxBatchSize = -7 }, -7, "MaxBatchSize must be 1 or more.");
        AssertRefused(new() { Attempts = 0 }, 0, "Attempts must be 1 or more.");
        var tooShort = TimeSpan.FromSeconds(-2);
        AssertRefused(new() { RetryDelay = tooShort }, tooShort, "RetryDelay must be 00:00:00 or more.");
        Assert.Throws<ArgumentNullException>(() => new RunEventSink(null!));

        static void AssertRefused(RunEventSinkOptions options, object value, string message)
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(() =>
                new RunEventSink(static (_, _) => ValueTask.CompletedTask, options)
            );
            refusal.AssertSays(message, value);
        }
    }
}
