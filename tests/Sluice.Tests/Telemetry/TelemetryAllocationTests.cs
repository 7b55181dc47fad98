using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sluice.CompilerServices;

namespace Sluice.Tests.Telemetry;

[Collection(nameof(TelemetryGroup))]
public sealed class TelemetryAllocationTests
{
    private static readonly ReportedStages Stages = new("Shop.Returns", ["Load", "Check", "Store"], [0, 1, 2]);

    private static readonly KeyValuePair<string, object?>[] Tags = [new("sluice.pipeline", "Shop.Returns")];

    [Fact]
    public void A_run_that_nobody_samples_allocates_nothing()
    {
        using var spans = new RecordedSpans(ActivitySamplingResult.None);
        using var source = new ActivitySource("Sluice");

        // Until the runtime has recompiled its own code with optimization, starting a span allocates a few bytes.
        var ofAsking = Allocations.OnThisThread(() =>
            source.StartActivity(ActivityKind.Internal, default, Tags, null, DateTimeOffset.UnixEpoch, "Run")
        );

        Assert.InRange(Allocations.OnThisThread(Run), 0, ofAsking);
    }

    [Fact]
    public void Metrics_allocate_nothing()
    {
        using var listener = new MeterListener();
        var measured = 0;
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == "Sluice")
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => measured++);
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => measured++);
        listener.Start();

        Assert.Equal(0, Allocations.OnThisThread(Run));
        Assert.True(measured > 0);
    }

    private static void Run()
    {
        var run = RunScope.Observe(Stages, "Run", RunTelemetry.Start(), null, isSynchronous: true, default);
        for (var stage = 0; stage < 3; stage++)
        {
            run.Ready(stage);
            run.Started(stage);
            run.Completed(stage, stage);
        }

        run.Close();
    }
}
