using Sluice.FunctionalTests.Harness;

namespace Sluice.DifferentialTests.LongGraphs;

/// <summary>Wide graphs.</summary>
public sealed class FanTests
{
    private const int Width = LongPipelines.Length;

    [Fact]
    public async Task Case_4_every_child_of_a_root_is_started_before_the_first_is_waited_for()
    {
        var gates = new List<TaskCompletionSource>();
        var fan = LongPipelines.Fan(_ =>
        {
            var gate = new TaskCompletionSource();
            gates.Add(gate);
            return new(gate.Task);
        });

        var run = fan.RunAsync("root").AsTask();

        Assert.Equal(Width, gates.Count);
        for (var child = Width - 1; child >= 0; child--)
        {
            Assert.False(run.IsCompleted);
            gates[child].SetResult();
        }

        await run.OrHang();
    }

    [Fact]
    public async Task Case_4_a_failed_child_lets_no_further_one_start_and_waits_for_those_under_way()
    {
        var gates = new List<TaskCompletionSource>();
        var fan = LongPipelines.Fan(_ =>
        {
            if (gates.Count == 100)
            {
                throw new InvalidDataException();
            }

            var gate = new TaskCompletionSource();
            gates.Add(gate);
            return new(gate.Task);
        });

        var run = fan.RunAsync("root").AsTask();

        Assert.Equal(100, gates.Count);
        foreach (var gate in gates)
        {
            Assert.False(run.IsCompleted);
            gate.SetResult();
        }

        _ = await Assert.ThrowsAsync<InvalidDataException>(() => run.OrHang());
    }

    [Fact]
    public async Task Case_4_children_that_yield_all_run_once()
    {
        var calls = 0;
        var fan = LongPipelines.Fan(async root =>
        {
            await Task.Yield();
            Interlocked.Add(ref calls, root);
        });

        await fan.RunAsync("root").OrHang();

        Assert.Equal(4 * Width, calls);
    }
}
