using System.Collections.Concurrent;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Runs code on several new threads at once.</summary>
internal static class Threads
{
    // Far longer than the longest test takes on a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs the code on the given number of threads, waits for all of them, and throws their exceptions.</summary>
    /// <param name="count">The number of threads.</param>
    /// <param name="run">The code, which gets the number of its thread.</param>
    public static void Run(int count, Action<int> run)
    {
        var failures = new ConcurrentQueue<Exception>();
        using var barrier = new Barrier(count);
        var threads = Enumerable
            .Range(0, count)
            .Select(number => new Thread(() =>
            {
                try
                {
                    barrier.SignalAndWaitOrHang();
                    run(number);
                }
                catch (Exception exception)
                {
                    failures.Enqueue(exception);
                }
            })
            {
                IsBackground = true,
            })
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());

        // An exception on one thread may be the reason why other threads do not end.
        if (!Array.TrueForAll(threads, thread => thread.Join(Limit)))
        {
            failures.Enqueue(new TimeoutException("A thread did not end."));
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }
}
