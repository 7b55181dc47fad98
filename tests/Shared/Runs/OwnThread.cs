namespace Sluice.Tests.Shared.Runs;

/// <summary>A separate thread for a test.</summary>
internal static class OwnThread
{
    /// <summary>Runs an action on a new thread. The returned task faults with the exception of the action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="stackSize">The size of the thread's stack in bytes, or 0 for the default.</param>
    public static Task RunAsync(Action action, int stackSize = 0)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                    ended.SetResult();
                }
                catch (Exception exception)
                {
                    ended.SetException(exception);
                }
            },
            stackSize
        )
        {
            IsBackground = true,
        };
        thread.Start();
        return ended.Task;
    }
}
