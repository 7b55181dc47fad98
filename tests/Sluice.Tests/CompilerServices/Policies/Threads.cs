using System.Collections.Concurrent;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Runs code on threads of its own, all at once.</summary>
internal static class Threads
{
    // Far beyond what the longest of them takes on a busy machine.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs the code on so many threads, and waits for all. What one of them threw is thrown.</summary>
    /// <param name="count">How many.</param>
    /// <param name="run">The code. It gets the number of its thread.</param>
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

        // What one has thrown may be why others do not end.
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
