using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <content>The spans of compensations, one after another, after those of the stages have stopped.</content>
internal sealed partial class RunSpans
{
    private Activity? _compensation;

    /// <summary>Starts the span of a compensation and makes it current.</summary>
    public void StartCompensation(StageTags tags, in RunEvent start)
    {
        if (_run is null)
        {
            return;
        }

        EnterRun();
        if (_run.IsAllDataRequested)
        {
            _compensation = Instruments.Spans.StartActivity(
                ActivityKind.Internal,
                parentContext: default,
                [.. tags.AtStart, new(AttributeNames.StageAttempt, Number(start.Attempt))],
                links: null,
                start.Timestamp,
                tags.CompensationName
            );
        }
    }

    /// <summary>
    /// Stops the span of a compensation. A failed compensation is recorded in addition to the failure of the run.
    /// </summary>
    public void EndCompensation(in RunEvent end)
    {
        if (_compensation is not { } span)
        {
            return;
        }

        _compensation = null;
        span.AddTag(AttributeNames.CompensationStatus, StageTags.CompensationStatusOf(end.Error));
        if (end.Error is { } error)
        {
            ErrorRecording.Fail(span, error);
            Record(span, error, end.Timestamp);
        }

        span.SetEndTime(span.StartTimeUtc + end.Duration.GetValueOrDefault());
        EnterRun();
        span.Stop();
    }
}
