using System.Diagnostics;
using Sluice.FunctionalTests.Allocation;
using Sluice.FunctionalTests.Shapes;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>Without listeners there are no spans, and a run does not allocate.</summary>
[Collection(nameof(TelemetryGroup))]
public sealed class UnheardTelemetryTests : IDisposable
{
    private readonly CancellationTokenSource _longLived = new();
    private long _sum;

    public void Dispose() => _longLived.Dispose();

    [Theory]
    [Shapes]
    public void There_is_no_span(Shape shape, bool isObserved)
    {
        var run = new ShapeRun(shape, TracedPipelines.Of(shape), isObserved);
        foreach (var stage in (string[])["Load", "Left", "Right", "Join"])
        {
            run.Script.In(stage, _ => Assert.Null(Activity.Current));
        }

        Assert.Equal(ShapeRun.Expected, run.ToEnd().Value);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void A_straight_line_takes_no_memory()
    {
        var pipeline = new TracedStraightLinePipeline();

        Assert.Equal(0, Allocations.OnThisThread(() => _sum += pipeline.Run(1).Number));
        Assert.Equal(0, Allocations.OnThisThread(() => _sum += pipeline.Run(1, _longLived.Token).Number));
        Assert.Equal(0, Allocations.OnThisThread(() => _sum += Harness.Taken.From(pipeline.RunAsync(1)).Number));
        Assert.NotEqual(0, _sum);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sequence_takes_no_memory(bool waits)
    {
        var pipeline = new TracedSequentialPipeline();
        var gates = new Gates(waits);

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.RunAsync(gates, _longLived.Token);
                if (waits)
                {
                    gates.Root.Open(new Root(1));
                    gates.Right.Open(new Right(2));
                }

                _sum += Harness.Taken.From(task).Number;
            })
        );
        Assert.NotEqual(0, _sum);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Overlapping_stages_take_no_memory(bool waits)
    {
        var pipeline = new TracedConcurrentPipeline();
        var gates = new Gates(waits);

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.RunAsync(gates, _longLived.Token);
                if (waits)
                {
                    gates.Root.Open(new Root(1));
                    gates.Left.Open(new Left(2));
                    gates.Right.Open(new Right(3));
                }

                _sum += Harness.Taken.From(task).Number;
            })
        );
        Assert.NotEqual(0, _sum);
    }

    [Fact]
    public void Where_nobody_listens_any_more_it_takes_no_memory_either()
    {
        var pipeline = new TracedStraightLinePipeline();
        using (var spans = new RecordedSpans())
        using (new RecordedMetrics())
        {
            Assert.Equal(5, pipeline.Run(1).Number);
            Assert.NotEmpty(spans.All);
        }

        Assert.Equal(0, Allocations.OnThisThread(() => _sum += pipeline.Run(1).Number));
    }

    [Fact]
    public void Measuring_alone_takes_no_memory()
    {
        var pipeline = new TracedConcurrentPipeline();
        var gates = new Gates(waits: false);
        var measured = 0;
        using var metrics = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Sluice")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metrics.SetMeasurementEventCallback<long>((_, _, _, _) => measured++);
        metrics.SetMeasurementEventCallback<double>((_, _, _, _) => measured++);
        metrics.Start();

        Assert.Equal(0, Allocations.OnThisThread(() => _sum += Harness.Taken.From(pipeline.RunAsync(gates)).Number));
        Assert.True(measured > 0);
    }
}
