using System.Diagnostics;

namespace Sluice.FunctionalTests.Harness;

/// <summary>Ends a test that would wait forever. The limit is far longer than any run takes, and no test depends on its length.</summary>
internal static class HangGuard
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Task OrHang(this Task task) => task.WaitAsync(Limit);

    public static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task OrHang(this ValueTask task) => task.AsTask().WaitAsync(Limit);

    public static Task<T> OrHang<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    public static void WaitOrHang(this ManualResetEventSlim signal)
    {
        if (!signal.Wait(Limit))
        {
            throw new TimeoutException("The signal did not come.");
        }
    }

    /// <summary>Waits until all participants have reached the barrier.</summary>
    public static void SignalAndWaitOrHang(this Barrier barrier)
    {
        if (!barrier.SignalAndWait(Limit))
        {
            throw new TimeoutException("The others did not come to the barrier.");
        }
    }

    /// <summary>
    /// Waits for the end of a thread. It should be a background thread, because the process would wait for a foreground thread that
    /// hangs.
    /// </summary>
    public static void JoinOrHang(this Thread thread)
    {
        if (!thread.Join(Limit))
        {
            throw new TimeoutException("The thread did not end.");
        }
    }

    /// <summary>Blocks until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="otherwise">The message if the condition never holds.</param>
    public static void SpinUntil(Func<bool> condition, string otherwise)
    {
        if (!SpinWait.SpinUntil(condition, Limit))
        {
            throw new TimeoutException(otherwise);
        }
    }

    /// <summary>Blocks until a task has ended, without allocating, and does not consume its result.</summary>
    public static void SpinOrHang(this in ValueTask task)
    {
        var started = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (!task.IsCompleted)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (Stopwatch.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException("The task did not end.");
            }
        }
    }
}
