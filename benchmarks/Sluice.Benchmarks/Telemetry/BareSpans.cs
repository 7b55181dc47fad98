using System.Diagnostics;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>Spans inside a span, without attributes or metrics: the cost of <see cref="Activity"/> itself.</summary>
internal static class BareSpans
{
    /// <summary>The name of the activity source.</summary>
    public const string Name = "Bare";

    private static readonly ActivitySource Spans = new(Name);

    /// <summary>Creates a span that contains a number of spans.</summary>
    public static int Run(int stages)
    {
        using var run = Spans.StartActivity("Run");
        for (var stage = 0; stage < stages; stage++)
        {
            Spans.StartActivity("Stage")?.Dispose();
        }

        return stages;
    }
}
