namespace Sluice.Tests.Shared.Runs;

/// <summary>A thread that belongs to the test alone.</summary>
internal static class OwnThread
{
    /// <summary>Runs an action on a new thread; its task has what the action throws.</summary>
    /// <param name="action">The action.</param>
    /// <param name="stackSize">The size of its stack in bytes, or 0 for the usual.</param>
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
