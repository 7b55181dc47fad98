namespace Sluice.CompilerServices;

/// <content>The number of calls of each stage.</content>
public partial class RunScope
{
    private CallCounts _calls = new();

    /// <summary>The number of calls of a stage that was called at least once.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number.</returns>
    public int CallsOf(int stage) => _calls.Of(stage);

    /// <summary>The number of calls of a stage that a guard may have run again. It may be 0.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <returns>The number.</returns>
    public int CallsMade(int stage) => _calls.Made(stage);

    /// <summary>The failure for which a guard has asked for a further round, if the run ended before the round came to the guard.</summary>
    /// <param name="guard">The guard's index.</param>
    /// <returns>The failure, or <see langword="null"/>.</returns>
    public Exception? RefusalOf(int guard) => _calls.RefusalOf(guard);

    /// <summary>Notes that a stage is about to be called that a guard may have run again.</summary>
    /// <param name="stage">The stage's index.</param>
    public void Calling(int stage) => _calls.Add(stage, Gate);

    /// <summary>Notes that a stage is called again after an attempt that failed.</summary>
    /// <param name="stage">The stage's index.</param>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    /// <param name="delay">The delay before the next attempt.</param>
    /// <param name="exception">The failure of the attempt.</param>
    public void Retrying(int stage, int attempt, TimeSpan delay, Exception exception)
    {
        _calls.AddFurther(stage);
        OnRetrying(stage, attempt, delay, exception);
    }

    /// <summary>Notes that a guard has not passed and has stages run again.</summary>
    internal void RunAgain(GuardSettings guard, Exception exception)
    {
        _calls.Refuse(guard, exception, Gate);
        OnRunningAgain(guard.Stage, exception);
    }

    /// <summary>Tells the observer that a stage is called again.</summary>
    private protected virtual void OnRetrying(int stage, int attempt, TimeSpan delay, Exception exception) { }

    /// <summary>Tells the observer that a guard has stages run again.</summary>
    private protected virtual void OnRunningAgain(int guard, Exception exception) { }
}
