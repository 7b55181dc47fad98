using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A caller in a queue of the test.</summary>
internal sealed class TestWaiter(WaiterQueue<TestWaiter, int> queue, object gate) : QueuedWaiter<TestWaiter, int>
{
    public int Returned { get; private set; }

    protected override bool TryLeave()
    {
        lock (gate)
        {
            if (!IsQueued)
            {
                return false;
            }

            queue.Remove(this);
            return true;
        }
    }

    protected override void ReturnToPool() => Returned++;
}
