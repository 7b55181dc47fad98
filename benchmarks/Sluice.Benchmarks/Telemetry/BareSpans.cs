using System.Diagnostics;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>Spans within a span and nothing else, without attributes and metrics: what <see cref="Activity"/> itself costs.</summary>
internal static class BareSpans
{
    /// <summary>The name of its source of spans.</summary>
    public const string Name = "Bare";

    private static readonly ActivitySource Spans = new(Name);

    /// <summary>Makes a span with so many inside.</summary>
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
