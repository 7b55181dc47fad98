using Sluice.FunctionalTests.Harness;
using Sluice.Tests.Shared.Runs;

namespace Sluice.DifferentialTests.LongGraphs;

/// <summary>Deep graphs: each stage once, in order, and no stack that grows with the depth.</summary>
public sealed class ChainTests
{
    private const int Length = LongPipelines.Length;
    private const int SmallStack = 128 * 1024;

    [Fact]
    public void Case_3_a_chain_of_1000_synchronous_stages_is_cut_into_methods_and_runs()
    {
        var entryPoint = LongPipelines.EntryPointsOf(LongPipelines.Chain()).Single();

        Assert.Equal(Lowering.StraightLine, entryPoint.Lowering);
        Assert.Equal(Length, entryPoint.Order.Count);
        Assert.Equal(Length + 7, LongPipelines.Chain().Run(7));
    }

    [Fact]
    public Task Case_3_a_chain_of_1000_synchronous_stages_runs_on_a_small_stack() =>
        OwnThread.RunAsync(() => Assert.Equal(Length, LongPipelines.Chain().Run(0)), SmallStack).OrHang();

    [Theory]
    [InlineData(0)]
    [InlineData(SmallStack)]
    public async Task Case_3_a_chain_of_1000_asynchronous_stages_that_complete_at_once_runs(int stackSize)
    {
        var calls = 0;
        var chain = LongPipelines.Chain(number =>
        {
            calls++;
            return new(number + 1);
        });
        Task<int>? run = null;

        await OwnThread.RunAsync(() => run = chain.RunAsync(7).AsTask(), stackSize).OrHang();

        Assert.Equal(Length + 7, await run!.OrHang());
        Assert.Equal(Length, calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SmallStack)]
    public async Task Case_3_a_chain_of_1000_stages_that_call_back_on_the_stack_does_not_overflow_it(int stackSize)
    {
        var calls = 0;
        var chain = LongPipelines.Chain(number =>
        {
            calls++;
            return new InlineSource(number + 1).AsValueTask();
        });
        Task<int>? run = null;

        await OwnThread.RunAsync(() => run = chain.RunAsync(7).AsTask(), stackSize).OrHang();

        Assert.Equal(Length + 7, await run!.OrHang());
        Assert.Equal(Length, calls);
    }

    [Fact]
    public async Task Case_3_a_chain_of_1000_stages_that_are_completed_from_outside_does_not_nest()
    {
        // The thread that opens a gate runs the next stage, which waits for the next gate.
        var gates = new Stack<TaskCompletionSource<int>>();
        var depths = new HashSet<int>();
        var chain = LongPipelines.Chain(number =>
        {
            depths.Add(new System.Diagnostics.StackTrace().FrameCount);
            var gate = new TaskCompletionSource<int>(number);
            gates.Push(gate);
            return new(gate.Task);
        });

        // On a thread without SynchronizationContext: with one, tasks would rather go on elsewhere.
        await OwnThread
            .RunAsync(() =>
            {
                var run = chain.RunAsync(7);
                while (gates.TryPop(out var gate))
                {
                    gate.SetResult((int)gate.Task.AsyncState! + 1);
                }

                Assert.Equal(Length + 7, Taken.From(run));
            })
            .OrHang();

        // Once for the call of the entry point, and else as deep each time as a stage is called from a completion.
        Assert.InRange(depths.Count, 1, 8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SmallStack)]
    public async Task Case_3_a_chain_of_1000_stages_beside_another_stage_does_not_overflow_the_stack(int stackSize)
    {
        var calls = 0;
        var chain = LongPipelines.Chain(number =>
        {
            Interlocked.Increment(ref calls);
            return new InlineSource(number + 1).AsValueTask();
        });
        Task<(int Stage1000, long Beside)>? run = null;

        await OwnThread.RunAsync(() => run = chain.RunBesideAsync(7).AsTask(), stackSize).OrHang();

        Assert.Equal((Length + 7, 8L), await run!.OrHang());
        Assert.Equal(Length + 1, calls);
        Assert.Equal(
            [Lowering.Sequential, Lowering.Concurrent],
            LongPipelines.EntryPointsOf(chain).Select(entryPoint => entryPoint.Lowering)
        );
    }

    [Fact]
    public async Task Case_3_a_chain_of_1000_stages_that_yield_runs_beside_another_stage()
    {
        var chain = LongPipelines.Chain(async number =>
        {
            await Task.Yield();
            return number + 1;
        });

        Assert.Equal((Length + 7, 8L), await chain.RunBesideAsync(7).OrHang());
    }

    [Fact]
    public async Task Case_3_a_chain_of_1000_stages_that_yield_runs()
    {
        var chain = LongPipelines.Chain(async number =>
        {
            await Task.Yield();
            return number + 1;
        });

        Assert.Equal(Length + 7, await chain.RunAsync(7).OrHang());
    }

    [Fact]
    public async Task A_failure_in_the_middle_of_a_long_chain_starts_nothing_after_it()
    {
        var calls = 0;
        var chain = LongPipelines.Chain(number =>
            ++calls == Length / 2 ? throw new InvalidDataException() : new(number + 1)
        );

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => chain.RunAsync(0).OrHang());

        Assert.Equal(Length / 2, calls);
    }
}
