using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>How a stage of a run that is over came to its end.</summary>
/// <param name="HasEnded">Whether it settled without failing, or with a failure that the run went on after.</param>
/// <param name="Error">What it failed or was cancelled with, or <see langword="null"/> where it never started.</param>
/// <param name="IsCancellation">Whether that is a cancellation.</param>
/// <param name="Timestamp">When it failed, or 0 where that is now or was not measured.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct StageEnd(bool HasEnded, Exception? Error, bool IsCancellation, long Timestamp)
{
    /// <summary>What is known of the nested run that the stage was, where it failed.</summary>
    internal RunFailure? Nested { get; init; }

    /// <summary>A stage that settled.</summary>
    public static StageEnd Settled { get; } = new(HasEnded: true, null, IsCancellation: false, 0);

    /// <summary>The end of a stage in a run whose stages run one after the other.</summary>
    /// <param name="index">The stage's index in that order.</param>
    /// <param name="at">The index of the stage that started last; of one that was about to start, the complement.</param>
    /// <param name="exception">What ended the run, or <see langword="null"/>.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>How it came to its end.</returns>
    public static StageEnd InOrder(int index, int at, Exception? exception, CancellationToken callerToken) =>
        index < (at < 0 ? ~at : at) ? Settled
        : index == at && exception is not null
            ? new(HasEnded: false, exception, FailedRun.IsCancellation(exception, callerToken), 0)
        : default;

    /// <summary>The same of a stage that is a nested run, asked on the thread on which that failed just now.</summary>
    /// <param name="index">The stage's index in that order.</param>
    /// <param name="at">The index of the stage that started last; of one that was about to start, the complement.</param>
    /// <param name="exception">What ended the run, or <see langword="null"/>.</param>
    /// <param name="callerToken">The caller's token.</param>
    /// <returns>How it came to its end.</returns>
    public static StageEnd OfNested(int index, int at, Exception? exception, CancellationToken callerToken) =>
        OfNested(index, at, exception, exception is null ? null : RunFailure.OfNested(exception), callerToken);

    /// <summary>The same of a stage that is a nested run.</summary>
    /// <param name="index">The stage's index in that order.</param>
    /// <param name="at">The index of the stage that started last; of one that was about to start, the complement.</param>
    /// <param name="exception">What ended the run, or <see langword="null"/>.</param>
    /// <param name="nested">What is known of the nested run that failed, where one did.</param>
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
