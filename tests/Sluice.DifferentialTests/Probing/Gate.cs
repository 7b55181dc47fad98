namespace Sluice.DifferentialTests.Probing;

/// <summary>A stage that has returned and not completed yet.</summary>
public abstract class Gate
{
    private int _isOpen;

    /// <summary>How often the result was taken; -1 where that is of no interest.</summary>
    public virtual int ResultsTaken => -1;

    public required StageCall Call { get; init; }

    /// <summary>Completes the stage, as its behaviour says.</summary>
    public void Open()
    {
        if (Interlocked.Exchange(ref _isOpen, 1) == 0)
        {
            Complete(Call.Behaviour.Fault == Fault.None ? null : Call.Failed());
        }
    }

    /// <summary>Completes the stage because its token was cancelled.</summary>
    public void Cancel()
    {
        if (Interlocked.Exchange(ref _isOpen, 1) == 0)
        {
            Complete(Call.CancelledByToken());
        }
    }

    protected abstract void Complete(Exception? failure);
}
