using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Telemetry;

/// <summary>The activity source and the instruments of metrics, all named <c>Sluice</c>.</summary>
#pragma warning disable CA2213, CA1001 // The source and the meter live as long as the process.
internal static class Instruments
#pragma warning restore CA2213, CA1001
{
    private const string Name = "Sluice";
    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    public static readonly ActivitySource Spans = new(Name, Version);

    private static readonly Meter Meter = new(Name, Version);

    public static readonly Histogram<double> RunDuration = Seconds("sluice.run.duration", "The duration of runs.");

    public static readonly Histogram<double> StageDuration = Seconds(
        "sluice.stage.duration",
        "The duration of stages, including all attempts and the waits between them."
    );

    public static readonly Counter<long> RunOutcomes = Meter.CreateCounter<long>(
        "sluice.run.outcomes",
        "{run}",
        "The number of runs that have ended, by outcome."
    );

    public static readonly Counter<long> StageOutcomes = Meter.CreateCounter<long>(
        "sluice.stage.outcomes",
        "{stage}",
        "The number of times that stages have ended or were skipped, by outcome."
    );

    public static readonly Counter<long> StageRetries = Meter.CreateCounter<long>(
        "sluice.stage.retries",
        "{attempt}",
        "The number of failed attempts of stages that another attempt followed."
    );

    public static readonly Counter<long> CompensationOutcomes = Meter.CreateCounter<long>(
        "sluice.compensation.outcomes",
        "{compensation}",
        "The number of times that stages were undone, or could not be undone, because their runs had failed."
    );

    public static readonly UpDownCounter<long> ActiveRuns = Meter.CreateUpDownCounter<long>(
        "sluice.run.active",
        "{run}",
        "The number of runs that are under way."
    );

    /// <summary>Whether any span or metric has a listener.</summary>
    public static bool HasListeners
    {
        // Every run of a pipeline with telemetry reads this property, usually without listeners. A call would take as
        // long as the checks themselves.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            Spans.HasListeners()
            || RunDuration.Enabled
            || StageDuration.Enabled
            || RunOutcomes.Enabled
            || StageOutcomes.Enabled
            || StageRetries.Enabled
            || CompensationOutcomes.Enabled
            || ActiveRuns.Enabled;
    }

#if NET9_0_OR_GREATER
    // The boundaries cover stages that only compute as well as stages that wait for other systems.
    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    0.0001,
                    0.0005,
                    0.001,
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    10,
                    30,
                    60,
                ],
            }
        );
#else
    private static Histogram<double> Seconds(string name, string description) =>
        Meter.CreateHistogram<double>(name, "s", description);
#endif
}
