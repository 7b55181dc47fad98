using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>How a stage of a run that is over came to its end.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StageEnd
{
    internal StageEnd(bool hasEnded, Exception? error, bool isCancellation, long timestamp)
    {
        HasEnded = hasEnded;
        Error = error;
        IsCancellation = isCancellation;
        Timestamp = timestamp;
    }

    /// <summary>Whether it settled without failing, or with a failure that the run went on after.</summary>
    internal bool HasEnded { get; }

    /// <summary>The exception that it ended with, or <see langword="null"/> if it never started.</summary>
    internal Exception? Error { get; }

    /// <summary>Whether the exception is a cancellation.</summary>
    internal bool IsCancellation { get; }

    /// <summary>The time at which it failed; 0 if it fails now or the time was not measured.</summary>
    internal long Timestamp { get; }

    /// <summary>The details of the nested run, if the stage is one and has failed.</summary>
    internal RunFailure? Nested { get; init; }

    /// <summary>The end of a stage that settled.</summary>
    internal static StageEnd Settled { get; } = new(hasEnded: true, null, isCancellation: false, 0);

    /// <summary>The end of a stage in a run whose stages run one after the other.</summary>
    /// <param name="index">The stage's index in that order.</param>
    /// <param name="at">The index of the stage that started last, or the complement of the index of a stage that was about to start.</param>
    /// <param name="exception">The exception that ended the run, or <see langword="null"/>.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>How it came to its end.</returns>
    public static StageEnd InOrder(int index, int at, Exception? exception, CancellationToken callerToken) =>
        index < (at < 0 ? ~at : at) ? Settled
        : index == at && exception is not null
            ? new(hasEnded: false, exception, FailedRun.IsCancellation(exception, callerToken), 0)
        : default;

    /// <summary>The end of a stage that is a nested run, on the thread on which that has just failed.</summary>
    /// <param name="index">The stage's index in that order.</param>
    /// <param name="at">The index of the stage that started last, or the complement of the index of a stage that was about to start.</param>
    /// <param name="exception">The exception that ended the run, or <see langword="null"/>.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>How it came to its end.</returns>
    public static StageEnd OfNested(int index, int at, Exception? exception, CancellationToken callerToken) =>
        OfNested(index, at, exception, exception is null ? null : RunFailure.OfNested(exception), callerToken);

    /// <summary>The end of a stage that is a nested run.</summary>
    /// <param name="index">The stage's index in that order.</param>
    /// <param name="at">The index of the stage that started last, or the complement of the index of a stage that was about to start.</param>
    /// <param name="exception">The exception that ended the run, or <see langword="null"/>.</param>
    /// <param name="nested">The details of the nested run, if one has failed.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>How it came to its end.</returns>
    public static StageEnd OfNested(
        int index,
        int at,
        Exception? exception,
        RunFailure? nested,
        CancellationToken callerToken
    )
    {
        var end = InOrder(index, at, exception, callerToken);
        return end with { Nested = end.Error is null ? null : nested };
    }
}
