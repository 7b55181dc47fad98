namespace Sluice.CompilerServices;

/// <content>The stages that have ended and are undone where the run fails, the last first.</content>
public partial class RunScope
{
    private readonly Stack<(int Stage, int Attempt, Func<Exception, ValueTask>? Undo)> _completed = new();

    /// <summary>Whether there is a stage that has ended and can be undone. To be asked when all stages have ended.</summary>
    public bool HasCompensable => _completed.Count > 0;

    /// <summary>Keeps in which order stages ended that have a compensation.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="undo">What undoes it as it ended this time, where it may run again; otherwise <see langword="null"/>.</param>
    public void Compensable(int stage, Func<Exception, ValueTask>? undo = null)
    {
        lock (_completed)
        {
            _completed.Push((stage, CallsOf(stage), undo));
        }
    }

    /// <summary>
    /// Takes the stage that ended last of those that have a compensation. The one that was taken before has been undone, unless it was
    /// said that this failed. To be asked when all stages have ended, until there is none.
    /// </summary>
    /// <param name="exception">What the run ends with.</param>
    /// <param name="stage">The stage's index.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeCompensable(Exception exception, out int stage) =>
        TryTakeCompensable(exception, out stage, out _);

    /// <summary>The same where stages may have run again.</summary>
    /// <param name="exception">What the run ends with.</param>
    /// <param name="stage">The stage's index.</param>
    /// <param name="undo">What undoes it as it ended that time, or <see langword="null"/>.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeCompensable(Exception exception, out int stage, out Func<Exception, ValueTask>? undo)
    {
        OnCompensated(failure: null);
        var wasThere = _completed.TryPop(out var completed);
        (stage, var attempt, undo) = completed;
        if (wasThere)
        {
            _cleanUps.Reopen();
            OnCompensating(stage, attempt, exception);
        }

        return wasThere;
    }

    /// <summary>Says that the compensation of the stage that was taken last has failed.</summary>
    /// <param name="thrown">What it threw.</param>
    public void CompensationFailed(Exception thrown)
    {
        AddFailure(thrown);
        OnCompensated(thrown);
    }

    /// <summary>Tells the observer that a stage is about to be undone.</summary>
    private protected virtual void OnCompensating(int stage, int attempt, Exception cause) { }

    /// <summary>Tells the observer that a compensation has ended, where one is under way.</summary>
    private protected virtual void OnCompensated(Exception? failure) { }

    private void ForgetCompensations()
    {
        if (_completed.Count > 0)
        {
            _completed.Clear();
        }
    }
}
