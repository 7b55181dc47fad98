namespace Sluice.FunctionalTests.Allocation;

/// <summary>In the steady state the framework does not allocate for a run, for every lowering and however the stages complete.</summary>
[Collection(nameof(AllocationGroup))]
public sealed class AllocationTests : IDisposable
{
    private readonly CancellationTokenSource _longLived = new();
    private readonly Waiter _waiter = new();
    private long _sum;

    public void Dispose()
    {
        _longLived.Dispose();
        _waiter.Dispose();
    }

    [Fact]
    public void A_straight_line_takes_no_memory()
    {
        var pipeline = new StraightLinePipeline();
        AssertLowering(StraightLinePipeline.Graph, "Run", Lowering.StraightLine);

        Assert.Equal(0, Allocations.OnThisThread(() => _sum += pipeline.Run(1).Number));
        Assert.Equal(0, Allocations.OnThisThread(() => _sum += pipeline.Run(1, _longLived.Token).Number));
        Assert.Equal(0, Allocations.OnThisThread(() => _sum += Take(pipeline.RunAsync(1)).Number));
    }

    [Fact]
    public void A_sequence_that_completes_at_once_takes_no_memory()
    {
        var pipeline = new SequentialPipeline();
        var gates = new Gates(waits: false);
        AssertLowering(SequentialPipeline.Graph, "RunAsync", Lowering.Sequential);

        Assert.Equal(0, Allocations.OnThisThread(() => _sum += Take(pipeline.RunAsync(gates)).Number));
        Assert.Equal(
            0,
            Allocations.OnThisThread(() => _sum += Take(pipeline.RunAsync(gates, _longLived.Token)).Number)
        );
    }

    [Fact]
    public void A_sequence_that_suspends_takes_no_memory()
    {
        var pipeline = new SequentialPipeline();
        var gates = new Gates(waits: true);

        Assert.Equal(0, Allocations.OnThisThread(() => Suspend(default)));
        Assert.Equal(0, Allocations.OnThisThread(() => Suspend(_longLived.Token)));

        void Suspend(CancellationToken token)
        {
            var task = pipeline.RunAsync(gates, token);
            gates.Root.Open(new Root(1));
            gates.Right.Open(new Right(2));
            Expect(4, Take(task).Number);
        }
    }

    [Fact]
    public void Overlapping_stages_that_complete_at_once_take_no_memory()
    {
        var pipeline = new ConcurrentPipeline();
        var gates = new Gates(waits: false);
        AssertLowering(ConcurrentPipeline.Graph, "RunAsync", Lowering.Concurrent);

        Assert.Equal(0, Allocations.OnThisThread(() => _sum += Take(pipeline.RunAsync(gates)).Number));
        Assert.Equal(
            0,
            Allocations.OnThisThread(() => _sum += Take(pipeline.RunAsync(gates, _longLived.Token)).Number)
        );
        Assert.Equal(0, Allocations.OnThisThread(() => _sum += Take(pipeline.RunBothAsync(gates)).Left.Number));
    }

    [Fact]
    public void Overlapping_stages_that_suspend_take_no_memory()
    {
        var pipeline = new ConcurrentPipeline();
        var gates = new Gates(waits: true);

        Assert.Equal(0, Allocations.OnThisThread(() => Suspend(default)));
        Assert.Equal(0, Allocations.OnThisThread(() => Suspend(_longLived.Token)));
        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.RunBothAsync(gates);
                Open(gates);
                var (left, right) = Take(task);
                Expect(5, left.Number + right.Number);
            })
        );

        void Suspend(CancellationToken token)
        {
            var task = pipeline.RunAsync(gates, token);
            Open(gates);
            Expect(5, Take(task).Number);
        }
    }

    [Fact]
    public void Effects_that_suspend_take_no_memory()
    {
        var pipeline = new EffectPipeline();
        var gates = new Gates(waits: true);

        Assert.Equal(
            0,
            Allocations.OnThisThread(() =>
            {
                var task = pipeline.RunAsync(gates);
                gates.Right.Open(new Right(3));
                gates.Left.Open(new Left(2));
                task.GetAwaiter().GetResult();
            })
        );
        Assert.Equal(pipeline.Runs * 5, pipeline.Sum);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_with_a_token_of_its_own_takes_no_memory(bool waits)
    {
        var pipeline = new CancellablePipeline();
        var gates = new Gates(waits);

        Assert.Equal(0, Allocations.OnThisThread(() => Run(default)));
        Assert.Equal(0, Allocations.OnThisThread(() => Run(_longLived.Token)));

        void Run(CancellationToken token)
        {
            var task = pipeline.RunAsync(gates, token);
            if (waits)
            {
                gates.Left.Open(new Left(2));
                gates.Right.Open(new Right(3));
            }

            Expect(5, Take(task).Number);
        }
    }

    [Fact]
    public void Offloaded_stages_take_no_memory()
    {
        var pipeline = new OffloadingPipeline();

        Assert.Equal(0, Allocations.PerRunOnAllThreads(() => _sum += _waiter.Wait(pipeline.RunAsync(1)).Number));
        Assert.Equal(0, Allocations.PerRunOnAllThreads(() => _sum += _waiter.Wait(pipeline.RunOneAsync(1)).Number));
    }

    [Fact]
    public void Stages_that_complete_on_other_threads_take_no_memory()
    {
        var pipeline = new ConcurrentPipeline();
        var gates = new Gates(waits: true);
        var opener = new GateOpener(gates);

        Assert.Equal(
            0,
            Allocations.PerRunOnAllThreads(() =>
            {
                var task = pipeline.RunAsync(gates);
                ThreadPool.UnsafeQueueUserWorkItem(opener, preferLocal: false);
                Expect(5, _waiter.Wait(task).Number);
            })
        );
    }

    [Fact]
    public void A_hundred_thousand_runs_in_flight_take_no_memory_once_the_pool_has_grown()
    {
        var pipeline = new ConcurrentPipeline();
        var gates = Enumerable.Range(0, 100_000).Select(_ => new Gates(waits: true)).ToArray();
        var tasks = new ValueTask<Total>[gates.Length];

        // The pool's queue grows by doubling and keeps only its last segment, so it is large enough after the third round.
        for (var round = 0; round < 3; round++)
        {
            Round();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 3; round++)
        {
            Round();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(gates.Length * 6 * 5, _sum);

        void Round()
        {
            for (var index = 0; index < gates.Length; index++)
            {
#pragma warning disable CA2012 // Each task is consumed once, after all runs have started.
                tasks[index] = pipeline.RunAsync(gates[index]);
#pragma warning restore CA2012
            }

            foreach (var gate in gates)
            {
                Open(gate);
            }

            foreach (var task in tasks)
            {
                _sum += Take(task).Number;
            }
        }
    }

    private static void Open(Gates gates)
    {
        gates.Root.Open(new Root(1));
        gates.Left.Open(new Left(2));
        gates.Right.Open(new Right(3));
    }

    private static void AssertLowering(PipelineGraph graph, string entryPoint, Lowering lowering) =>
        Assert.Equal(lowering, graph.EntryPoints.Single(candidate => candidate.Name == entryPoint).Lowering);

    private static T Take<T>(ValueTask<T> task)
    {
        Expect(1, task.IsCompletedSuccessfully ? 1 : 0);
        return task.Result;
    }

    // The assertions of the test framework may allocate for their arguments.
    private static void Expect(long expected, long actual)
    {
        if (expected != actual)
        {
            Assert.Fail($"Expected {expected}, got {actual}.");
        }
    }
}
