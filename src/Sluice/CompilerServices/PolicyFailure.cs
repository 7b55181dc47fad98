using System.ComponentModel;
using System.Runtime.ExceptionServices;

namespace Sluice.CompilerServices;

/// <summary>Tells what policies take for a failure from what passes through them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PolicyFailure
{
    /// <summary>
    /// Whether what a stage threw is a cancellation of its run, which is never tried again, never replaced, and counts neither way.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="token">The token that the stage was called with by its run: not that of a timeout.</param>
    /// <returns>Whether it is no failure.</returns>
    public static bool IsCancellation(Exception exception, CancellationToken token) =>
        FailedRun.IsCancellation(exception, token);

    /// <summary>Throws what a stage returned that is a failure or asks to be tried again, so that its policies see it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">What the stage returned. A value, a skip and a cancellation pass.</param>
    public static void ThrowIfFailed<T>(Outcome<T> returned)
    {
        switch (returned.Status)
        {
            case OutcomeStatus.Failed:
                ExceptionDispatchInfo.Throw(returned.Exception!);
                break;
            case OutcomeStatus.Retry:
                throw Returned.RetryRequested(returned);
        }
    }
}
