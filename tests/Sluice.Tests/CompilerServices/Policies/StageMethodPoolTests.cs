#pragma warning disable CA2012, xUnit1031 // The tests take results directly, and incorrectly on purpose.

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>The objects of suspended methods are reused, each by one call at a time.</summary>
[Collection(nameof(AllocationGroup))]
public sealed class StageMethodPoolTests
{
    private const int Many = 10_000;

    private readonly HandGate _gate = new();

    [Fact]
    public void Calls_that_wait_take_no_memory()
    {
        var sum = 0L;

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = StageMethods.AddOneAsync(_gate.WaitAsync());
                _gate.Open(1);
                sum += task.GetAwaiter().GetResult();
                var effect = StageMethods.AwaitAsync(_gate.WaitAsync());
                _gate.Open(1);
                effect.GetAwaiter().GetResult();
                sum += StageMethods.AddOneAsync(new ValueTask<int>(0)).GetAwaiter().GetResult();
            })
        );
        Assert.True(sum > 0);
    }

    [Fact]
    public void Many_calls_that_wait_at_once_take_no_memory()
    {
        var gates = Enumerable.Range(0, Many).Select(_ => new HandGate()).ToArray();
        var tasks = new ValueTask<int>[Many];
        var effects = new ValueTask[Many];
        var effectGates = Enumerable.Range(0, Many).Select(_ => new HandGate()).ToArray();
        var sum = 0L;
        var bytes = long.MaxValue;

        // The minimum of several rounds: a collection during one of them makes the pool release idle objects.
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            sum = RunAll();
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(Many * (Many + 1L) / 2, sum);
        Assert.Equal(0, bytes);

        long RunAll()
        {
            for (var i = 0; i < Many; i++)
            {
                tasks[i] = StageMethods.AddOneAsync(gates[i].WaitAsync());
                effects[i] = StageMethods.AwaitAsync(effectGates[i].WaitAsync());
            }

            var all = 0L;
            for (var i = 0; i < Many; i++)
            {
                gates[i].Open(i);
                effectGates[i].Open(i);
                all += tasks[i].GetAwaiter().GetResult();
                effects[i].GetAwaiter().GetResult();
            }

            return all;
        }
    }

    [Fact]
    public void A_result_cannot_be_taken_twice()
    {
        var task = StageMethods.AddOneAsync(_gate.WaitAsync());
        _gate.Open(1);
        Assert.Equal(2, task.GetAwaiter().GetResult());

        Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());
        Assert.Throws<InvalidOperationException>(() => task.IsCompleted);
    }

    [Fact]
    public void A_result_that_is_not_there_yet_cannot_be_taken()
    {
        var task = StageMethods.AddOneAsync(_gate.WaitAsync());

        Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());
        _gate.Open(1);
        Assert.Equal(2, task.GetAwaiter().GetResult());
    }

    [Fact]
    public void A_task_whose_result_was_taken_does_not_give_that_of_the_next_call()
    {
        var gate = new HandGate();
        var first = StageMethods.PassAsync(_gate, "first");
        _gate.Open(0);
        Assert.Equal("first", first.GetAwaiter().GetResult());
        var second = StageMethods.PassAsync(gate, "second");

        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().GetResult());
        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().OnCompleted(() => { }));
        gate.Open(0);
        Assert.Equal("second", second.GetAwaiter().GetResult());
    }

    [Fact]
    public void Of_two_threads_that_take_a_result_one_gets_it()
    {
        const int Rounds = 5_000;
        var results = new int[2];
        var current = default(ValueTask<int>);
        using var barrier = new Barrier(3);
        var threads = Enumerable
            .Range(0, 2)
            .Select(number => new Thread(() =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    barrier.SignalAndWaitOrHang();
                    results[number] = Take(current);
                    barrier.SignalAndWaitOrHang();
                }
            })
            {
                IsBackground = true,
            })
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());

        for (var round = 0; round < Rounds; round++)
        {
            current = StageMethods.AddOneAsync(_gate.WaitAsync());
            _gate.Open(round);
            barrier.SignalAndWaitOrHang();
            barrier.SignalAndWaitOrHang();
            Assert.Equal(round, results.Sum());
        }

        Array.ForEach(threads, thread => thread.JoinOrHang());

        static int Take(ValueTask<int> task)
        {
            try
            {
                return task.GetAwaiter().GetResult();
            }
            catch (InvalidOperationException)
            {
                return -1;
            }
        }
    }

    [Fact]
    public void More_uses_than_there_are_versions_give_each_its_own_result()
    {
        var first = StageMethods.PassAsync(_gate, -1L);
        _gate.Open(0);
        Assert.Equal(-1, first.GetAwaiter().GetResult());
        for (var use = 0L; use < 70_000; use++)
        {
            var task = StageMethods.PassAsync(_gate, use);
            if (use is < 10 or (> 65_500 and < 65_600))
            {
                Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().GetResult());
            }

            _gate.Open(0);
            Assert.Equal(use, task.GetAwaiter().GetResult());
        }
    }

    [Fact]
    public void What_a_call_held_is_let_go_of()
    {
        var held = CallWithObject();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(held.IsAlive);

        WeakReference CallWithObject()
        {
            var value = new object();
            var task = StageMethods.PassAsync(_gate, value);
            _gate.Open(0);
            Assert.Same(value, task.GetAwaiter().GetResult());
            return new WeakReference(value);
        }
    }

    [Fact]
    public void A_task_tells_how_it_stands()
    {
        var task = StageMethods.AddOneAsync(_gate.WaitAsync());
        Assert.False(task.IsCompleted);
        _gate.Fail(new FormatException());

        Assert.True(task.IsFaulted);
        Assert.False(task.IsCanceled);
        Assert.Throws<FormatException>(() => task.GetAwaiter().GetResult());
        Assert.Throws<InvalidOperationException>(() => task.IsFaulted);
    }
}
