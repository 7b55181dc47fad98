using System.Diagnostics;
using Sluice.FunctionalTests.Allocation;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The spans of a run are children of the caller's span, and have no other effect on the caller.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed class CallerTelemetryTests
{
    [Fact]
    public void After_a_synchronous_run_the_current_span_is_the_callers()
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();

        Assert.Equal(5, new TracedStraightLinePipeline().Run(1).Number);

        Assert.Same(caller.Span, Activity.Current);
        Assert.Same(caller.Span, spans["TracedStraightLinePipeline.Run"].Parent);
        Assert.Equal(5, spans.All.Count);
    }

    [Fact]
    public void After_a_run_that_completes_at_once_the_current_span_is_the_callers()
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();
        var gates = new Gates(waits: false);

        Assert.Equal(4, Taken.From(new TracedSequentialPipeline().RunAsync(gates)).Number);
        Assert.Same(caller.Span, Activity.Current);
        Assert.Equal(5, Taken.From(new TracedConcurrentPipeline().RunAsync(gates)).Number);
        Assert.Same(caller.Span, Activity.Current);

        Assert.Equal(10, spans.All.Count);
    }

    [Fact]
    public void While_a_run_is_suspended_and_when_it_has_ended_the_current_span_is_the_callers()
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();
        var gates = new Gates(waits: true);
        var task = new TracedConcurrentPipeline().RunAsync(gates);
        Assert.Same(caller.Span, Activity.Current);

        using (var opener = new CallerSpan())
        {
            gates.Root.Open(new Root(1));
            Assert.Same(opener.Span, Activity.Current);
            gates.Left.Open(new Left(2));
            Assert.Same(opener.Span, Activity.Current);
            gates.Right.Open(new Right(3));
            Assert.Same(opener.Span, Activity.Current);
        }

        Assert.Equal(5, Taken.From(task).Number);
        Assert.Same(caller.Span, Activity.Current);
        var whole = spans["TracedConcurrentPipeline.RunAsync"];
        Assert.Same(caller.Span, whole.Parent);
        Assert.All(["Load", "Left", "Right", "Add"], stage => Assert.Same(whole, spans[stage].Parent));
    }

    [Fact]
    public void After_a_run_that_fails_the_current_span_is_the_callers()
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();
        var gates = new Gates(waits: true);
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => new TracedStraightLinePipeline().Run(1, cancellation.Token));
        Assert.Same(caller.Span, Activity.Current);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Taken.From(new TracedConcurrentPipeline().RunAsync(gates, cancellation.Token))
        );
        Assert.Same(caller.Span, Activity.Current);

        Assert.Equal(2, spans.All.Count);
    }

    [Fact]
    public async Task Runs_at_the_same_time_stay_in_the_traces_of_their_callers()
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        var pipeline = new TracedYielding();
        const int Runs = 500;

        await Task.WhenAll(
            Enumerable
                .Range(0, Runs)
                .Select(number =>
                    Task.Run(async () =>
                    {
                        using var caller = new CallerSpan();
                        Assert.Equal(caller.Span.TraceId.ToHexString(), await pipeline.RunAsync(number));
                        Assert.Same(caller.Span, Activity.Current);
                    })
                )
        );

        var traces = spans.All.GroupBy(span => span.TraceId).ToArray();
        Assert.Equal(Runs, traces.Length);
        Assert.All(
            traces,
            trace =>
            {
                var whole = Assert.Single(trace, span => span.OperationName == "TracedYielding.RunAsync");
                Assert.Equal(4, trace.Count(span => span.Parent == whole));
                Assert.Equal(5, trace.Count());
            }
        );
        Assert.Equal(Runs, metrics["sluice.run.outcomes"].Count);
        Assert.Equal(0, metrics["sluice.run.active"].Sum(measurement => measurement.Value));
    }
}
