using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Scheduling;

/// <summary>A drain loop belongs to a thread and not to a run: no completion waits behind a stage on another thread.</summary>
public sealed partial class ThreadTests
{
    [Fact]
    public async Task A_synchronous_stage_that_blocks_one_thread_does_not_hold_up_a_completion_on_another()
    {
        using var script = new Script();
        var run = new Blocking().RunAsync(script).AsTask();
        var blocked = OwnThread.RunAsync(() => script.First.Open(1));
        script.IsBlocked.WaitOrHang();

        // The stage runs on this thread immediately, while the other thread is blocked inside a stage of the same run.
        script.Second.Open(2);

        Assert.Equal(["blocking", "quick"], script.Journal.Entries);
        script.Release.Set();
        await blocked.OrHang();
        Assert.Equal(3, await run.OrHang());
    }

    [Fact]
    public async Task A_completion_inside_a_stage_of_another_run_goes_on_there_and_leaves_that_run_alone()
    {
        var gate = new Gate();
        var inner = new Waiting();
        var outer = new Opening();

        var innerRun = inner.RunAsync(gate).AsTask();
        var outerRun = outer.RunAsync(gate).AsTask();

        // The inner run has ended inside the stage that opened its gate.
        Assert.True(innerRun.IsCompletedSuccessfully);
        Assert.Equal(new Second(42), await innerRun.OrHang());
        Assert.Equal(new Second(43), await outerRun.OrHang());
    }

    [Fact]
    public async Task A_completion_inside_a_stage_of_another_run_of_the_same_pipeline_is_kept_apart_too()
    {
        var pipeline = new Chained();
        var gates = new Gate[] { new(), new(), new(), new() };
        var runs = new List<Task<Second>>();
        for (var index = 0; index < 3; index++)
        {
            runs.Add(pipeline.RunAsync(gates[index], gates[index + 1]).AsTask());
        }

        // The stage of each run opens the gate of the next run.
        gates[0].Open(1);

        Assert.Equal([new Second(2), new Second(3), new Second(4)], await Task.WhenAll(runs).OrHang());
        Assert.Equal(4, await gates[3].WaitAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256 * 1024)]
    public async Task Runs_that_complete_one_another_do_not_overflow_the_stack(int stackSize)
    {
        const int Runs = 10_000;
        var pipeline = new Chained();
        var gates = Enumerable.Range(0, Runs + 1).Select(_ => new Gate()).ToArray();
        var runs = Enumerable.Range(0, Runs).Select(i => pipeline.RunAsync(gates[i], gates[i + 1]).AsTask()).ToArray();

        await OwnThread.RunAsync(() => gates[0].Open(0), stackSize).OrHang();

        var results = await Task.WhenAll(runs).OrHang();
        Assert.Equal(Enumerable.Range(1, Runs), results.Select(result => result.Number));
    }

    [Fact]
    public async Task One_instance_serves_many_threads_at_once()
    {
        var pipeline = new Yielding();
        var workers = Enumerable
            .Range(0, 8)
            .Select(worker =>
                Task.Run(async () =>
                {
                    for (var round = 0; round < 2_000; round++)
                    {
                        var number = (worker * 10_000) + round;
                        Assert.Equal(new Fourth((3 * number) + 3), await pipeline.RunAsync(number));
                    }
                })
            );

        await Task.WhenAll(workers).OrHang();
    }

    [Fact]
    public async Task Stages_that_complete_on_many_threads_at_once_meet_in_one_join()
    {
        for (var round = 0; round < 200; round++)
        {
            var gates = new Gate[] { new(), new(), new() };
            using var barrier = new Barrier(gates.Length);
            var run = new Joining().RunAsync(gates).AsTask();
            var openers = gates
                .Select(
                    (gate, index) =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                barrier.SignalAndWaitOrHang();
                                gate.Open(index);
                            },
                            CancellationToken.None,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                )
                .ToArray();

            Assert.Equal(new Fourth(3), await run.OrHang());
            await Task.WhenAll(openers).OrHang();
        }
    }

    public sealed class Script : IDisposable
    {
        public Gate First { get; } = new();

        public Gate Second { get; } = new();

        public Journal Journal { get; } = new();

        public ManualResetEventSlim IsBlocked { get; } = new();

        public ManualResetEventSlim Release { get; } = new();

        public void Dispose()
        {
            IsBlocked.Dispose();
            Release.Dispose();
        }
    }

    [Pipeline]
    private sealed partial class Blocking
    {
        public partial ValueTask<int> RunAsync(Script script);

        [Stage]
        private static async Task<First> FirstAsync(Script script) => new(await script.First.WaitAsync());

        [Stage]
        private static async Task<Second> SecondAsync(Script script) => new(await script.Second.WaitAsync());

        [Stage]
        private static Third Block(Script script, First first)
        {
            script.Journal.Add("blocking");
            script.IsBlocked.Set();
            script.Release.WaitOrHang();
            return new Third(first.Number);
        }

        [Stage]
        private static Fourth Quick(Script script, Second second) =>
            script.Journal.Add("quick", new Fourth(second.Number));

        [Stage]
        private static int End(Third third, Fourth fourth) => third.Number + fourth.Number;
    }

    [Pipeline]
    private sealed partial class Waiting
    {
        public partial ValueTask<Second> RunAsync(Gate gate);

        [Stage]
        private static async Task<First> FirstAsync(Gate gate) => new(await gate.WaitAsync());

        [Stage]
        private static Second Second(First first) => new(first.Number);
    }

    [Pipeline]
    private sealed partial class Opening
    {
        public partial ValueTask<Second> RunAsync(Gate gate);

        [Stage]
        private static First Open(Gate gate)
        {
            gate.Open(42);
            return new First(42);
        }

        [Stage]
        private static async Task<Second> SecondAsync(First first)
        {
            await Task.Yield();
            return new Second(first.Number + 1);
        }
    }

    [Pipeline]
    private sealed partial class Chained
    {
        public partial ValueTask<Second> RunAsync(Gate own, Gate next);

        [Stage]
        private static async Task<First> FirstAsync(Gate own) => new(await own.WaitAsync());

        [Stage]
        private static Second Second(First first, Gate next)
        {
            next.Open(first.Number + 1);
            return new Second(first.Number + 1);
        }
    }

    [Pipeline]
    private sealed partial class Yielding
    {
        public partial ValueTask<Fourth> RunAsync(int number);

        [Stage]
        private static async Task<First> FirstAsync(int number)
        {
            await Task.Yield();
            return new First(number);
        }

        [Stage]
        private static async Task<Second> SecondAsync(int number)
        {
            await Task.Yield();
            return new Second(number + 1);
        }

        [Stage]
        private static async Task<Third> ThirdAsync(First first)
        {
            await Task.Yield();
            return new Third(first.Number + 2);
        }

        [Stage]
        private static Fourth Fourth(First first, Second second, Third third) =>
            new(first.Number + second.Number + third.Number);
    }

    [Pipeline]
    private sealed partial class Joining
    {
        public partial ValueTask<Fourth> RunAsync(Gate[] gates);

        [Stage]
        private static async Task<First> FirstAsync(Gate[] gates) => new(await gates[0].WaitAsync());

        [Stage]
        private static async Task<Second> SecondAsync(Gate[] gates) => new(await gates[1].WaitAsync());

        [Stage]
        private static async Task<Third> ThirdAsync(Gate[] gates) => new(await gates[2].WaitAsync());

        [Stage]
        private static Fourth Fourth(First first, Second second, Third third) =>
            new(first.Number + second.Number + third.Number);
    }
}
