namespace Sluice.CompilerServices;

/// <content>Stages that are compensated if the run fails, in the reverse order of their ends.</content>
public partial class RunScope
{
    /// <summary>Whether a stage has ended that can be compensated. To be asked when all stages have ended.</summary>
    public bool HasCompensable => _end.HasCompensable;

    /// <summary>Notes that a stage has ended that has a compensation.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="undo">
    /// The delegate that compensates this call of the stage if it may run again; otherwise <see langword="null"/>.
    /// </param>
    public void Compensable(int stage, Func<Exception, ValueTask>? undo = null) =>
        _end.AddCompensable(new CompletedStage(stage, CallsOf(stage), undo));

    /// <summary>
    /// Takes the stage that ended last of those that have a compensation. The stage that was taken before is compensated, unless
    /// <see cref="CompensationFailed"/> was called. To be called when all stages have ended, until it returns <see langword="false"/>.
    /// </summary>
    /// <param name="exception">The exception that the run ends with.</param>
    /// <param name="stage">The stage's index.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeCompensable(Exception exception, out int stage) =>
        TryTakeCompensable(exception, out stage, out _);

    /// <summary>Takes the stage that ended last of those that have a compensation and may have run again.</summary>
    /// <param name="exception">The exception that the run ends with.</param>
    /// <param name="stage">The stage's index.</param>
    /// <param name="undo">The delegate that compensates that call of the stage, or <see langword="null"/>.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeCompensable(Exception exception, out int stage, out Func<Exception, ValueTask>? undo)
    {
        OnCompensated(failure: null);
        var wasThere = _end.TryTakeCompensable(out var completed);
        (stage, var attempt, undo) = completed;
        if (wasThere)
        {
            OnCompensating(stage, attempt, exception);
        }

        return wasThere;
    }

    /// <summary>Notes that the compensation of the stage that was taken last has failed.</summary>
    /// <param name="thrown">The exception of the compensation.</param>
    public void CompensationFailed(Exception thrown)
    {
        AddFailure(thrown);
        OnCompensated(thrown);
    }

    /// <summary>Tells the observer that a stage is about to be compensated.</summary>
    private protected virtual void OnCompensating(int stage, int attempt, Exception cause) { }

    /// <summary>Tells the observer that a compensation has ended, if one is under way.</summary>
    private protected virtual void OnCompensated(Exception? failure) { }
}
