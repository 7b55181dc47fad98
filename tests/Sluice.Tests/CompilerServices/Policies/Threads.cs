using System.Collections.Concurrent;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Runs code on threads of its own, all at once.</summary>
internal static class Threads
{
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
                    barrier.SignalAndWait();
                    run(number);
                }
                catch (Exception exception)
                {
                    failures.Enqueue(exception);
                }
            }))
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures);
        }
    }
}
