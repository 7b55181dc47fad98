using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The attempts of a guard in one run. Not thread-safe: it is used only when the guard ends.</summary>
/// <typeparam name="T">The type of the retried stage's output.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Attempts are never compared.
public struct GuardAttempts<T>
#pragma warning restore CA1815
{
    private int _failed;
    private long _started;
    private T _previous;
    private Exception? _exception;

    /// <summary>Whether the guard has not passed in this attempt.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>Notes that the retried stage is about to start. Only the first call has an effect.</summary>
    /// <param name="scope">The scope of the run.</param>
    public void Begin(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (_failed == 0)
        {
            _started = scope.Timestamp();
        }
    }

    /// <summary>Notes that the guard has not passed.</summary>
    /// <param name="exception">The exception of the guard, or <see langword="null"/> if it returned <see langword="false"/>.</param>
    public void Refuse(Exception? exception = null)
    {
        HasRefused = true;
        _exception = exception;
    }

    /// <summary>Decides whether the guarded stages run again after the guard has not passed, and notes that in the scope.</summary>
    /// <param name="settings">The settings of the guard.</param>
    /// <param name="scope">The scope of the run.</param>
    /// <param name="produced">The output of the retried stage in this attempt; any value if it is an effect.</param>
    /// <param name="isOver">Whether the run is over, so that there is no further attempt.</param>
    /// <returns>The exception that the guard fails with, or <see langword="null"/> if the stages run again.</returns>
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
#pragma warning disable CA1031 // An exception of the comparison is that of the guard: there may be no caller to throw it to.
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
