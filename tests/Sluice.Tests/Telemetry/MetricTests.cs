using System.Diagnostics.Metrics;
using Sluice.CompilerServices;

namespace Sluice.Tests.Telemetry;

[Collection(nameof(TelemetryGroup))]
public sealed class MetricTests
{
    private const string EntryPoint = "sluice.entry_point=RunAsync, sluice.pipeline=Shop.Checkout";
    private const int Load = 0;
    private const int Check = 1;
    private static readonly ReportedStages Stages = new("Shop.Checkout", ["Load", "Check"], [0, 1]);
    private static readonly InvalidOperationException Error = new("No stock.");
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Runs_and_stages_that_succeed_are_measured_and_counted()
    {
        using var metrics = new RecordedMetrics();
        var run = Start();
        Run(run, Load, TimeSpan.FromMilliseconds(1500));
        Run(run, Check, TimeSpan.FromMilliseconds(250));
        run.Close();

        var duration = Assert.Single(metrics["sluice.run.duration"]);
        Assert.Equal(1.75, duration.Value);
        Assert.Equal(EntryPoint + ", sluice.run.status=succeeded", duration.TagText);
        var outcome = Assert.Single(metrics["sluice.run.outcomes"]);
        Assert.Equal((1, duration.TagText), (outcome.Value, outcome.TagText));

        Assert.Equal([1.5, 0.25], metrics["sluice.stage.duration"].Select(measurement => measurement.Value));
        Assert.Equal(
            [
                "sluice.entry_point=RunAsync, sluice.pipeline=Shop.Checkout, sluice.stage=Load, sluice.stage.status=completed",
                "sluice.entry_point=RunAsync, sluice.pipeline=Shop.Checkout, sluice.stage=Check, sluice.stage.status=completed",
            ],
            metrics["sluice.stage.duration"].Select(measurement => measurement.TagText)
        );
        Assert.Equal(
            metrics["sluice.stage.duration"].Select(measurement => measurement.TagText),
            metrics["sluice.stage.outcomes"].Select(measurement => measurement.TagText)
        );
    }

    [Fact]
    public void What_fails_is_counted_by_the_type_of_its_error()
    {
        using var metrics = new RecordedMetrics();
        var run = Start();
        run.Started(Load);
        run.Failed(Load, Error, isCancellation: false);
        run.Close(Error);

        Assert.Equal(
            "error.type=System.InvalidOperationException, "
                + EntryPoint
                + ", sluice.stage=Load, sluice.stage.status=failed",
            Assert.Single(metrics["sluice.stage.outcomes"]).TagText
        );
        Assert.Equal(
            "error.type=System.InvalidOperationException, " + EntryPoint + ", sluice.run.status=failed",
            Assert.Single(metrics["sluice.run.outcomes"]).TagText
        );
    }

    [Fact]
    public void What_is_cancelled_or_skipped_is_counted_as_such_and_what_never_ran_has_no_duration()
    {
        using var metrics = new RecordedMetrics();
        var run = Start();
        run.Skipped(Check, "not asked for", hasStarted: false);
        run.Started(Load);
        var cancelled = new OperationCanceledException();
        run.Failed(Load, cancelled, isCancellation: true);
        run.Close(cancelled, isCancellation: true);

        Assert.Equal(
            ["skipped", "cancelled"],
            metrics["sluice.stage.outcomes"].Select(measurement => measurement.Tags["sluice.stage.status"])
        );
        Assert.Equal("Load", Assert.Single(metrics["sluice.stage.duration"]).Tags["sluice.stage"]);
        Assert.Equal("cancelled", Assert.Single(metrics["sluice.run.outcomes"]).Tags["sluice.run.status"]);
    }

    [Fact]
    public void Attempts_that_failed_are_counted()
    {
        using var metrics = new RecordedMetrics();
        var run = Start();
        run.Started(Load);
        run.Retrying(Load, 1, default, Error);
        run.Retrying(Load, 2, default, Error);
        run.Completed(Load, 1);
        run.Close();

        Assert.All(
            metrics["sluice.stage.retries"],
            retry => Assert.Equal((1, EntryPoint + ", sluice.stage=Load"), (retry.Value, retry.TagText))
        );
        Assert.Equal(2, metrics["sluice.stage.retries"].Count);
    }

    [Fact]
    public void Runs_under_way_come_and_go()
    {
        using var metrics = new RecordedMetrics();
        var (one, other) = (Start(), Start());
        Assert.Equal(2, metrics["sluice.run.active"].Sum(measurement => measurement.Value));
        one.Close();
        other.Close(Error);

        Assert.Equal([1, 1, -1, -1], metrics["sluice.run.active"].Select(measurement => measurement.Value));
        Assert.All(metrics["sluice.run.active"], measurement => Assert.Equal(EntryPoint, measurement.TagText));
    }

    [Fact]
    public void A_run_in_which_a_listener_throws_does_not_stay_under_way_for_ever()
    {
        using var metrics = new RecordedMetrics();
        using var spans = new RecordedSpans
        {
            Starting = span =>
            {
                if (span.OperationName == "Load")
                {
                    throw Error;
                }
            },
        };
        var run = Start();
        run.Started(Load);
        run.Completed(Load, 1);
        run.Close();

        Assert.Equal([1, -1], metrics["sluice.run.active"].Select(measurement => measurement.Value));
    }

    [Fact]
    public void Who_begins_to_listen_in_the_middle_of_a_run_does_not_hear_of_fewer_than_none()
    {
        var run = Start();
        using var metrics = new RecordedMetrics();
        run.Close();

        Assert.Empty(metrics["sluice.run.active"]);
        Assert.Single(metrics["sluice.run.outcomes"]);
    }

    [Theory]
    [InlineData("sluice.run.duration", "s")]
    [InlineData("sluice.stage.duration", "s")]
    [InlineData("sluice.run.outcomes", "{run}")]
    [InlineData("sluice.stage.outcomes", "{stage}")]
    [InlineData("sluice.stage.retries", "{attempt}")]
    [InlineData("sluice.run.active", "{run}")]
    [InlineData("sluice.compensation.outcomes", "{compensation}")]
    public void One_instrument_that_is_listened_to_is_enough(string name, string unit)
    {
        Assert.False(RunTelemetry.IsEnabled);
        using var metrics = new RecordedMetrics(instrument => instrument.Name == name);
        Assert.True(RunTelemetry.IsEnabled);
        var run = Start();
        run.Started(Load);
        run.Retrying(Load, 1, default, Error);
        run.Completed(Load, 1);
        run.Compensable(Load);
        while (run.TryTakeCompensable(Error, out _)) { }
        run.Close(Error);

        Assert.NotEmpty(metrics[name]);
        var instrument = Assert.Single(metrics.Instruments);
        Assert.Equal(unit, instrument.Unit);
        Assert.False(string.IsNullOrEmpty(instrument.Description));
        Assert.Equal(typeof(RunTelemetry).Assembly.GetName().Version!.ToString(3), instrument.Meter.Version);
    }

    [Fact]
    public void Durations_are_advised_to_be_kept_by_buckets_of_seconds()
    {
        using var metrics = new RecordedMetrics(instrument => instrument is Histogram<double>);

        Assert.All(
            metrics.Instruments.Cast<Histogram<double>>(),
            histogram =>
            {
                var bounds = Assert.IsAssignableFrom<IReadOnlyList<double>>(
                    histogram.Advice?.HistogramBucketBoundaries
                );
                Assert.Equal(bounds.Order(), bounds);
                Assert.Contains(1, bounds);
            }
        );
        Assert.Equal(2, metrics.Instruments.Count);
    }

    private ObservedRun<RunTelemetry> Start() =>
        RunScope.Observe(
            Stages,
            "RunAsync",
            RunTelemetry.Start(),
            new RunContext { TimeProvider = _time },
            isSynchronous: false,
            default
        );

    private void Run(ObservedRun<RunTelemetry> run, int stage, TimeSpan time)
    {
        run.Started(stage);
        _time.Advance(time);
        run.Completed(stage, stage);
    }
}
