using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Tells what policies take for a failure from what passes through them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PolicyFailure
{
    /// <summary>Throws what a stage returned that is a failure or asks to be tried again, so that its policies see it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="returned">What the stage returned. A value, a skip and a cancellation pass.</param>
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
