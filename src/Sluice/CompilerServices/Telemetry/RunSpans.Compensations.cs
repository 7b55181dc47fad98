using System.Diagnostics;

namespace Sluice.CompilerServices.Telemetry;

/// <content>The spans of what undoes stages: one after the other, when those of the stages have stopped.</content>
internal sealed partial class RunSpans
{
    private Activity? _compensation;

    /// <summary>Starts the span of what undoes a stage, and makes it the current one.</summary>
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

    /// <summary>Stops it. A failure of it is not what the run fails with: that is recorded besides.</summary>
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
