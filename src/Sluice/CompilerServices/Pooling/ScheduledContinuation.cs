namespace Sluice.CompilerServices;

/// <summary>A continuation on its way to the thread that calls it.</summary>
/// <param name="continuation">The continuation.</param>
/// <param name="state">Its argument.</param>
/// <param name="scheduler">
/// A <see cref="SynchronizationContext"/> or a <see cref="TaskScheduler"/>; <see langword="null"/> if the thread pool calls it.
/// </param>
internal sealed class ScheduledContinuation(Action<object?> continuation, object? state, object? scheduler = null)
{
    /// <summary>Calls the continuation.</summary>
    public void Call() => continuation(state);

    /// <summary>Has the scheduler call the continuation.</summary>
    public void Schedule()
    {
        if (scheduler is SynchronizationContext context)
        {
            context.Post(static scheduled => ((ScheduledContinuation)scheduled!).Call(), this);
        }
        else
        {
            _ = Task.Factory.StartNew(
                continuation,
                state,
                CancellationToken.None,
                TaskCreationOptions.DenyChildAttach,
                (TaskScheduler)scheduler!
            );
        }
    }
}
