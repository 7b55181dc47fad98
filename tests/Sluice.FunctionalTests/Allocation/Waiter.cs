namespace Sluice.FunctionalTests.Allocation;

/// <summary>Blocks until a value task has ended, without taking memory as <c>AsTask</c> would.</summary>
internal sealed class Waiter : IDisposable
{
    private readonly SemaphoreSlim _ended = new(0);
    private readonly Action _end;

    public Waiter() => _end = () => _ended.Release();

    public T Wait<T>(ValueTask<T> task)
    {
        var awaiter = task.GetAwaiter();
        if (!awaiter.IsCompleted)
        {
            awaiter.UnsafeOnCompleted(_end);
            if (!_ended.Wait(TimeSpan.FromSeconds(60)))
            {
                Assert.Fail("The run does not end.");
            }
        }

        return awaiter.GetResult();
    }

    public void Dispose() => _ended.Dispose();
}
