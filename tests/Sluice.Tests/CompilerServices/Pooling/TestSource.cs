using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A leased source that is completed by hand.</summary>
internal sealed class TestSource : LeasedSource<int>, ITestSource
{
    public TestSource(bool queuesContinuation = false)
        : base(queuesContinuation) { }

    /// <summary>The number of leases that have ended.</summary>
    public int Recycled { get; private set; }

    /// <summary>Whether the last lease was the last of all.</summary>
    public bool IsSpent { get; private set; }

    public ValueTask<int> Begin()
    {
        Lease();
        return new ValueTask<int>(this, Version);
    }

    public ValueTask BeginEffect()
    {
        Lease();
        return new ValueTask(this, Version);
    }

    public void Succeed(int result) => SetResult(result);

    public void Fail(Exception exception, bool isCancellation) => SetException(exception, isCancellation);

    private protected override void Recycle(bool isSpent)
    {
        Recycled++;
        IsSpent = isSpent;
    }
}
