namespace Sluice.DifferentialTests.Probing;

/// <summary>A stage that has returned and not completed yet.</summary>
internal abstract class Pending
{
    private int _isComplete;

    /// <summary>How often the result was taken; -1 if it may be taken any number of times.</summary>
    public virtual int ResultsTaken => -1;

    public bool IsComplete => Volatile.Read(ref _isComplete) != 0;

    /// <summary>Completes the stage, as its conduct says or because its token was cancelled.</summary>
    public void Complete(bool isCancelled = false)
    {
        if (Interlocked.Exchange(ref _isComplete, 1) == 0)
        {
            CompleteOnce(isCancelled);
        }
    }

    protected abstract void CompleteOnce(bool isCancelled);
}
