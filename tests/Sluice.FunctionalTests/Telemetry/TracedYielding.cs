using System.Diagnostics;

namespace Sluice.FunctionalTests.Telemetry;

/// <summary>
/// A pipeline whose stages continue on other threads, two of them at the same time. The output contains the trace of each.
/// </summary>
[Pipeline, Telemetry]
public sealed partial class TracedYielding
{
    public partial ValueTask<string> RunAsync(int number);

    [Stage]
    private static async ValueTask<(ActivityTraceId First, int Number)> LoadAsync(int number)
    {
        await Task.Yield();
        return (Activity.Current!.TraceId, number);
    }

    [Stage]
    private static async ValueTask<(bool IsLeft, ActivityTraceId Trace)> LeftAsync(
        [From(nameof(LoadAsync))] (ActivityTraceId First, int Number) loaded
    )
    {
        await Task.Yield();
        return (loaded.Number >= 0, Activity.Current!.TraceId);
    }

    [Stage]
    private static async ValueTask<(ActivityTraceId Trace, int Right)> RightAsync(
        [From(nameof(LoadAsync))] (ActivityTraceId First, int Number) loaded
    )
    {
        await Task.Yield();
        return (Activity.Current!.TraceId, loaded.Number);
    }

    [Stage]
    private static string Join(
        [From(nameof(LoadAsync))] (ActivityTraceId First, int Number) loaded,
        (bool IsLeft, ActivityTraceId Trace) left,
        [From(nameof(RightAsync))] (ActivityTraceId Trace, int Right) right
    ) =>
        loaded.First == left.Trace && left.Trace == right.Trace && Activity.Current!.TraceId == right.Trace
            ? right.Trace.ToHexString()
            : "more than one trace";
}
