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
    private Exception? _exception;

    /// <summary>Whether the guard has not passed in this attempt.</summary>
    public bool HasRefused { get; private set; }

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

    /// <summary>Says that the guard has not passed.</summary>
    /// <param name="exception">What it threw, or <see langword="null"/> if it returned <see langword="false"/>.</param>
    public void Refuse(Exception? exception = null)
    {
        HasRefused = true;
        _exception = exception;
    }

    /// <summary>Decides, when the guard has not passed, whether what it guards runs again, and tells so.</summary>
    /// <param name="settings">What the guard declares.</param>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="produced">What the retried stage has produced in this attempt; for an effect, anything.</param>
    /// <param name="isOver">Whether the run is over, so that there is no further attempt.</param>
    /// <returns>What the guard fails with, or <see langword="null"/> where all runs again.</returns>
    public Exception? Failure(GuardSettings settings, RunScope scope, T produced, bool isOver = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(scope);
        HasRefused = false;
        _failed++;
        if (isOver)
        {
            return GuardFailure.Exception(settings.Guard, GuardFailureReason.NotRetried, _failed, _exception);
        }

        bool isSame;
        try
        {
            isSame =
                settings.NeedsProgress
                && _failed > 1
                && _failed < settings.Attempts
                && EqualityComparer<T>.Default.Equals(_previous, produced);
        }
#pragma warning disable CA1031 // What values cannot be compared with is what the guard fails with: there may be nobody to throw it to.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            RunFailure.AddPart(thrown, [_exception ?? settings.Refusal]);
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
            return GuardFailure.Exception(settings.Guard, final, _failed, _exception);
        }

        scope.RunAgain(settings, _exception ?? settings.Refusal);
        return null;
    }
}
