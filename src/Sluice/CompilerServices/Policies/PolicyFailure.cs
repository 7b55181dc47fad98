using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Decides which returned outcomes policies treat as failures.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PolicyFailure
{
    /// <summary>
    /// Throws if a stage returned a failure or a request for a retry, so that its policies handle it.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">
    /// The outcome that the stage returned. A value, a skip and a cancellation do not throw.
    /// </param>
    public static void ThrowIfFailed<T>(Outcome<T> returned)
    {
        switch (returned.Status)
        {
            case OutcomeStatus.Failed:
                Returned.Throw(returned.Exception!);
                break;
            case OutcomeStatus.Retry:
                throw Returned.RetryRequested(returned);
        }
    }
}
