using System.Diagnostics;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>The spans and metrics of runs in every shape, with and without an observer of the caller.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed class ShapeTelemetryTests
{
    private static readonly string[] Stages = ["Load", "Left", "Right", "Join"];
    private static readonly InvalidDataException Error = new("No stock.");

    [Theory]
    [Shapes]
    public void Each_run_has_a_span_and_each_stage_has_one_inside_it(Shape shape, bool isObserved)
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();
        var run = NewRun(shape, isObserved);

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        var whole = RunOf(spans);
        Assert.Same(caller.Span, whole.Parent);
        Assert.Equal(ActivityKind.Internal, whole.Kind);
        Assert.Equal(ActivityStatusCode.Unset, whole.Status);
        Assert.Empty(whole.Links);
        Assert.Empty(whole.Events);
        Assert.Equal(run.Context!.RunId.ToString(), whole.GetTagItem("sluice.run.id"));
        Assert.Equal("succeeded", whole.GetTagItem("sluice.run.status"));
        var stages = spans.All.Where(span => span != whole).ToArray();
        Assert.Equal(
            Stages.Order(StringComparer.Ordinal),
            stages.Select(span => span.OperationName).Where(IsOfAll).Order(StringComparer.Ordinal)
        );
        Assert.All(
            stages,
            span =>
            {
                Assert.Same(whole, span.Parent);
                Assert.Equal(whole.GetTagItem("sluice.pipeline"), span.GetTagItem("sluice.pipeline"));
                Assert.Equal(whole.GetTagItem("sluice.entry_point"), span.GetTagItem("sluice.entry_point"));
                Assert.Equal(span.OperationName, span.GetTagItem("sluice.stage"));
                Assert.Equal("completed", span.GetTagItem("sluice.stage.status"));
                Assert.Equal(1, span.GetTagItem("sluice.stage.attempts"));
            }
        );
    }

    [Theory]
    [Shapes]
    public void The_span_of_a_stage_is_the_current_one_inside_the_stage(Shape shape, bool isObserved)
    {
        using var spans = new RecordedSpans();
        using var caller = new CallerSpan();
        var run = NewRun(shape, isObserved);
        var current = new List<string?>();
        foreach (var stage in Stages)
        {
            run.Script.In(stage, _ => current.Add(Activity.Current?.OperationName));
        }

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        // The items of a stream are produced for its reader, in the reader's span.
        Assert.Equal(shape.IsStreamed() ? ["Load", "Left", "Right", "Caller"] : Stages, current);
        Assert.Same(caller.Span, Activity.Current);
    }

    [Theory]
    [Shapes]
    public void Runs_and_stages_are_measured_and_counted(Shape shape, bool isObserved)
    {
        using var metrics = new RecordedMetrics();
        var clock = new ManualTimeProvider();
        var run = NewRun(shape, isObserved, clock);
        foreach (var stage in Stages)
        {
            run.Script.In(stage, _ => clock.Advance(TimeSpan.FromSeconds(1)));
        }

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        var duration = Assert.Single(metrics["sluice.run.duration"]);
        Assert.Equal((4, "succeeded"), (duration.Value, duration.Tags["sluice.run.status"]));
        Assert.Equal(duration.TagText, Assert.Single(metrics["sluice.run.outcomes"]).TagText);
        Assert.Equal([1, -1], metrics["sluice.run.active"].Select(measurement => measurement.Value));
        Assert.Empty(metrics["sluice.stage.retries"]);
        var durations = metrics["sluice.stage.duration"].Where(IsOfAll).ToArray();
        Assert.Equal(
            Stages.Order(StringComparer.Ordinal),
            durations.Select(measurement => (string?)measurement.Tags["sluice.stage"]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            durations.Select(measurement => measurement.TagText),
            metrics["sluice.stage.outcomes"].Where(IsOfAll).Select(measurement => measurement.TagText)
        );
        Assert.Equal(1, durations.Single(measurement => Equals(measurement.Tags["sluice.stage"], "Load")).Value);
        Assert.All(durations, measurement => Assert.Equal("completed", measurement.Tags["sluice.stage.status"]));
    }

    [Theory]
    [Shapes]
    public void A_failure_is_the_status_of_the_stage_and_of_the_run_and_is_recorded_once(Shape shape, bool isObserved)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        using var caller = new CallerSpan();
        var run = NewRun(shape, isObserved);
        run.Script.FailIn("Left", Error);

        Assert.Same(Error, run.ToEnd().Exception);

        var (whole, left) = (RunOf(spans), spans["Left"]);
        Assert.All(
            [whole, left],
            span =>
            {
                Assert.Equal((ActivityStatusCode.Error, Error.Message), (span.Status, span.StatusDescription));
                Assert.Equal("System.IO.InvalidDataException", span.GetTagItem("error.type"));
            }
        );
        Assert.Equal("failed", left.GetTagItem("sluice.stage.status"));
        Assert.Equal("failed", whole.GetTagItem("sluice.run.status"));
        var recorded = Assert.Single(left.Events);
        Assert.Equal("exception", recorded.Name);
        var tags = recorded.Tags.ToDictionary();
        Assert.Equal("System.IO.InvalidDataException", tags["exception.type"]);
        Assert.Equal(Error.Message, tags["exception.message"]);
        Assert.Contains("Left", Assert.IsType<string>(tags["exception.stacktrace"]), StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Events, happened => happened.Name == "exception");
        Assert.Same(caller.Span, Activity.Current);

        var outcome = Assert.Single(metrics["sluice.run.outcomes"]);
        Assert.Equal("failed", outcome.Tags["sluice.run.status"]);
        Assert.Equal("System.IO.InvalidDataException", outcome.Tags["error.type"]);
        var failed = metrics["sluice.stage.outcomes"].Single(IsOf("Left"));
        Assert.Equal("failed", failed.Tags["sluice.stage.status"]);
        Assert.Equal("System.IO.InvalidDataException", failed.Tags["error.type"]);
        Assert.DoesNotContain(metrics["sluice.stage.duration"], new Predicate<Measurement>(IsOf("Join")));
        AssertNoneActive(metrics);
    }

    [Theory]
    [Shapes]
    public void A_cancellation_is_no_error(Shape shape, bool isObserved)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        using var cancellation = new CancellationTokenSource();
        var run = NewRun(shape, isObserved, token: cancellation.Token);
        run.Script.In(
            "Left",
            context =>
            {
                cancellation.Cancel();
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        );

        Assert.IsAssignableFrom<OperationCanceledException>(run.ToEnd().Exception);

        var (whole, left) = (RunOf(spans), spans["Left"]);
        Assert.All([whole, left], span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        Assert.All([whole, left], span => Assert.DoesNotContain(span.Events, happened => happened.Name == "exception"));
        Assert.Equal("cancelled", left.GetTagItem("sluice.stage.status"));
        Assert.Equal("cancelled", whole.GetTagItem("sluice.run.status"));
        Assert.Equal("cancelled", Assert.Single(metrics["sluice.run.outcomes"]).Tags["sluice.run.status"]);
        Assert.Equal("cancelled", metrics["sluice.stage.outcomes"].Single(IsOf("Left")).Tags["sluice.stage.status"]);
        AssertNoneActive(metrics);
    }

    [Theory]
    [Shapes]
    public void Of_a_run_that_comes_too_late_there_is_a_span_and_no_stage(Shape shape, bool isObserved)
    {
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        var run = NewRun(shape, isObserved, token: new CancellationToken(canceled: true));

        Assert.IsAssignableFrom<OperationCanceledException>(run.ToEnd().Exception);

        Assert.DoesNotContain(spans.All, span => IsOfAll(span.OperationName));
        Assert.Equal("cancelled", RunOf(spans).GetTagItem("sluice.run.status"));
        AssertNoneActive(metrics);
    }

    [Theory]
    [Shapes]
    public void Who_begins_to_listen_in_the_middle_of_a_run_hears_of_the_next(Shape shape, bool isObserved)
    {
        using var caller = new CallerSpan();
        RecordedSpans? spans = null;
        RecordedMetrics? metrics = null;
        try
        {
            var run = NewRun(shape, isObserved);
            run.Script.In(
                "Left",
                _ =>
                {
                    spans = new RecordedSpans();
                    metrics = new RecordedMetrics();
                    Assert.Same(caller.Span, Activity.Current);
                }
            );
            run.Script.In("Join", _ => Assert.Same(caller.Span, Activity.Current));

            Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

            Assert.Empty(spans!.All);
            Assert.Empty(metrics!.All);
            NewRun(shape, isObserved).ToEnd();
            Assert.Equal("succeeded", RunOf(spans).GetTagItem("sluice.run.status"));
        }
        finally
        {
            spans?.Dispose();
            metrics?.Dispose();
        }
    }

    [Theory]
    [Shapes]
    public void Who_wants_spans_when_a_run_is_measured_already_gets_those_of_the_next(Shape shape, bool isObserved)
    {
        using var metrics = new RecordedMetrics();
        RecordedSpans? spans = null;
        try
        {
            var run = NewRun(shape, isObserved);
            run.Script.In("Left", _ => spans = new RecordedSpans());
            run.Script.In("Join", _ => Assert.Null(Activity.Current));

            Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

            Assert.Empty(spans!.All);
            Assert.Single(metrics["sluice.run.outcomes"]);
        }
        finally
        {
            spans?.Dispose();
        }
    }

    [Theory]
    [Shapes]
    public void Who_stops_listening_in_the_middle_of_a_run_does_not_disturb_it(Shape shape, bool isObserved)
    {
        using var caller = new CallerSpan();
        using var spans = new RecordedSpans();
        using var metrics = new RecordedMetrics();
        var run = NewRun(shape, isObserved);
        run.Script.In(
            "Left",
            _ =>
            {
                spans.Dispose();
                metrics.Dispose();
            }
        );

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        Assert.Same(caller.Span, Activity.Current);
        Assert.Contains(spans.Stopped, span => span.OperationName == "Load");
        Assert.DoesNotContain(spans.Stopped, span => span.OperationName == "Join");
        Assert.Empty(metrics["sluice.run.outcomes"]);
    }

    [Theory]
    [Shapes]
    public void A_run_that_nobody_samples_is_measured_all_the_same(Shape shape, bool isObserved)
    {
        using var caller = new CallerSpan();
        using var spans = new RecordedSpans(ActivitySamplingResult.None);
        using var metrics = new RecordedMetrics();
        var run = NewRun(shape, isObserved);
        run.Script.In("Left", _ => Assert.Same(caller.Span, Activity.Current));

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        Assert.Empty(spans.All);
        Assert.Single(metrics["sluice.run.duration"]);
        Assert.Same(caller.Span, Activity.Current);
    }

    [Theory]
    [Shapes]
    public void A_run_that_is_only_passed_on_has_one_span_in_which_its_stages_are(Shape shape, bool isObserved)
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.PropagationData);
        var run = NewRun(shape, isObserved);
        var current = new List<Activity?>();
        foreach (var stage in Stages)
        {
            run.Script.In(stage, _ => current.Add(Activity.Current));
        }

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);

        var whole = Assert.Single(spans.All);
        Assert.Equal([whole, whole, whole, shape.IsStreamed() ? null : whole], current);
        Assert.Null(Activity.Current);
    }

    [Theory]
    [Shapes]
    public void What_a_listener_throws_does_not_break_the_run(Shape shape, bool isObserved)
    {
        using var metrics = new RecordedMetrics();
        using var spans = new RecordedSpans
        {
            Starting = span =>
            {
                if (span.OperationName == "Left")
                {
                    throw Error;
                }
            },
        };
        var run = NewRun(shape, isObserved);

        var end = run.ToEnd();

        Assert.Equal(ShapeRun.Expected, end.Value);
        if (shape.GivesResult())
        {
            Assert.Same(Error, end.Report!.ObserverFailure);
        }

        Assert.Contains(spans.Stopped, span => span.GetTagItem("sluice.run.status") is "succeeded");
        Assert.Null(Activity.Current);
        AssertNoneActive(metrics);
    }

    private static ShapeRun NewRun(
        Shape shape,
        bool isObserved,
        TimeProvider? clock = null,
        CancellationToken token = default
    ) =>
        new(shape, TracedPipelines.Of(shape), isObserved)
        {
            Context = new RunContext { TimeProvider = clock ?? TimeProvider.System },
            Token = token,
        };

    private static Activity RunOf(RecordedSpans spans) =>
        Assert.Single(spans.All, span => span.GetTagItem("sluice.run.status") is not null);

    private static void AssertNoneActive(RecordedMetrics metrics)
    {
        Assert.NotEmpty(metrics["sluice.run.active"]);
        Assert.Equal(0, metrics["sluice.run.active"].Sum(measurement => measurement.Value));
    }

    // Long shapes have additional stages that do nothing.
    private static bool IsOfAll(string? stage) => Stages.Contains(stage);

    private static bool IsOfAll(Measurement measurement) => IsOfAll((string?)measurement.Tags["sluice.stage"]);

    private static Func<Measurement, bool> IsOf(string stage) =>
        measurement => Equals(measurement.Tags["sluice.stage"], stage);
}
