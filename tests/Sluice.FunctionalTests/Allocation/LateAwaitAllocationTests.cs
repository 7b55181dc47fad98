#pragma warning disable CA2012 // Results are taken by hand, when they are there.

namespace Sluice.FunctionalTests.Allocation;

/// <summary>
/// A run may end after its awaiter has asked whether it has, and before the awaiter registers its continuation. Then the awaiter calls
/// the continuation itself, and no work item is made.
/// </summary>
[Collection(nameof(AllocationGroup))]
public sealed class LateAwaitAllocationTests
{
    private readonly Gates _gates = new(waits: true);
    private readonly Action _resume;
    private int _resumed;
    private long _sum;

    public LateAwaitAllocationTests() => _resume = () => _resumed++;

    [Fact]
    public void A_sequential_run_that_ends_before_it_is_awaited_takes_no_memory()
    {
        var pipeline = new SequentialPipeline();

        Assert.Equal(0, Allocations.PerRunOnAllThreads(Run));
        Assert.Equal(0, Allocations.OnThisThread(Run));
        Assert.Equal(_resumed * 4, _sum);

        void Run()
        {
            var task = pipeline.RunAsync(_gates);
            AwaitLate(
                task,
                static gates =>
                {
                    gates.Root.Open(new Root(1));
                    gates.Right.Open(new Right(2));
                }
            );
        }
    }

    [Fact]
    public void A_concurrent_run_that_ends_before_it_is_awaited_takes_no_memory()
    {
        var pipeline = new ConcurrentPipeline();

        Assert.Equal(0, Allocations.PerRunOnAllThreads(Run));
        Assert.Equal(0, Allocations.OnThisThread(Run));
        Assert.Equal(_resumed * 5, _sum);

        void Run()
        {
            var task = pipeline.RunAsync(_gates);
            AwaitLate(
                task,
                static gates =>
                {
                    gates.Root.Open(new Root(1));
                    gates.Left.Open(new Left(2));
                    gates.Right.Open(new Right(3));
                }
            );
        }
    }

    private void AwaitLate(ValueTask<Total> task, Action<Gates> end)
    {
        var awaiter = task.ConfigureAwait(false).GetAwaiter();
        if (awaiter.IsCompleted)
        {
            Assert.Fail("The run waits for its gates.");
        }

        end(_gates);
        var before = _resumed;
        awaiter.UnsafeOnCompleted(_resume);
        if (_resumed != before + 1)
        {
            Assert.Fail("The awaiter was not resumed at once.");
        }

        _sum += awaiter.GetResult().Number;
    }
}
