using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The attempts that a guard has made in one run. Not thread-safe: only the guard's own end touches it.</summary>
/// <typeparam name="T">The type of what the retried stage produces.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
public struct GuardAttempts<T>
#pragma warning restore CA1815
{
    private int _failed;
    private long _started;
    private T _previous;

    /// <summary>Says that the retried stage is about to start. Only the first time counts.</summary>
    /// <param name="scope">The scope of the run.</param>
    public void Begin(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_failed == 0)
        {
            _started = scope.Timestamp();
        }
    }

    /// <summary>Makes of what a guard failed with what its run fails with, where the run is over before a further attempt.</summary>
    /// <param name="settings">What the guard declares.</param>
    /// <param name="exception">What the guard failed with.</param>
    /// <returns>What the guard fails with.</returns>
    public readonly Exception Ended(GuardSettings settings, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return GuardFailure.Exception(settings.Guard, GuardFailureReason.NotRetried, _failed + 1, exception);
    }

    /// <summary>Decides, when the guard has not passed, whether what it guards runs again, and tells so.</summary>
    /// <param name="settings">What the guard declares.</param>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="stage">The guard's index.</param>
    /// <param name="exception">What the guard failed with.</param>
    /// <param name="produced">What the retried stage has produced in this attempt; for an effect, anything.</param>
    /// <param name="measuresProgress">Whether that can tell progress: an effect cannot.</param>
    /// <returns>What the guard fails with, or <see langword="null"/> where all runs again.</returns>
    public Exception? Failed(
        GuardSettings settings,
        RunScope scope,
        int stage,
        Exception exception,
        T produced,
        bool measuresProgress
    )
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(scope);
        _failed++;
        bool isSame;
        try
        {
            isSame =
                measuresProgress
                && !settings.AllowsNoProgress
                && _failed > 1
                && _failed < settings.Attempts
                && EqualityComparer<T>.Default.Equals(_previous, produced);
        }
#pragma warning disable CA1031 // What values cannot be compared with is what the guard fails with: there may be nobody to throw it to.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            RunFailure.AddPart(thrown, [exception]);
            return thrown;
        }

        GuardFailureReason? reason =
            _failed >= settings.Attempts ? GuardFailureReason.AttemptsExhausted
            : isSame ? GuardFailureReason.NoProgress
            : settings.Timeout > TimeSpan.Zero && scope.TimeProvider.GetElapsedTime(_started) >= settings.Timeout
                ? GuardFailureReason.TimedOut
            : null;
        _previous = produced;
        if (reason is { } final)
        {
            return GuardFailure.Exception(settings.Guard, final, _failed, exception);
        }

        scope.RunningAgain(stage, exception);
        return null;
    }
}
