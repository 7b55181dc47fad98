using System.Diagnostics;

namespace Sluice.FunctionalTests.Harness;

/// <summary>Ends a test that would wait for ever. The limit is far beyond what any run takes: no test depends on its length.</summary>
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

    /// <summary>Waits until all have come to the barrier.</summary>
    public static void SignalAndWaitOrHang(this Barrier barrier)
    {
        if (!barrier.SignalAndWait(Limit))
        {
            throw new TimeoutException("The others did not come to the barrier.");
        }
    }

    /// <summary>Waits for the end of a thread, which should be one of the background: otherwise the process waits for it later.</summary>
    public static void JoinOrHang(this Thread thread)
    {
        if (!thread.Join(Limit))
        {
            throw new TimeoutException("The thread did not end.");
        }
    }

    /// <summary>Blocks until something is so.</summary>
    /// <param name="condition">Whether it is.</param>
    /// <param name="otherwise">What to say where it never is.</param>
    public static void SpinUntil(Func<bool> condition, string otherwise)
    {
        if (!SpinWait.SpinUntil(condition, Limit))
        {
            throw new TimeoutException(otherwise);
        }
    }

    /// <summary>Blocks until a task has ended, without taking memory, and leaves its result where it is.</summary>
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
