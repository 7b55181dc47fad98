namespace Sluice.FunctionalTests.Allocation;

/// <summary>Blocks until a value task has ended, without the allocation that <c>AsTask</c> needs.</summary>
internal sealed class Waiter : IDisposable
{
    private readonly AutoResetEvent _ended = new(initialState: false);
    private readonly Action _end;

    public Waiter() => _end = () => _ended.Set();

    public T Wait<T>(ValueTask<T> task)
    {
        // The SynchronizationContext of the test framework would allocate for each continuation.
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            awaiter.UnsafeOnCompleted(_end);
            if (!_ended.WaitOne(TimeSpan.FromSeconds(60)))
            {
                Assert.Fail("The run does not end.");
            }
        }

        return awaiter.GetResult();
    }

    public void Dispose() => _ended.Dispose();
}
