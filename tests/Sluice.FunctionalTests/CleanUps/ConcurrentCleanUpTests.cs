using System.Collections.Concurrent;
using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.CleanUps;

/// <summary>Clean-ups that overlapping stages register.</summary>
public sealed partial class ConcurrentCleanUpTests
{
    private const int Elements = 200;

    [Fact]
    public async Task Case_37_each_of_many_that_are_registered_at_once_is_called_once()
    {
        for (var round = 0; round < 20; round++)
        {
            var pipeline = new Registering();
            var result = await pipeline.RunAsync([.. Enumerable.Range(0, Elements)]).OrHang();

            Assert.Equal(Elements, result.Number);
            Assert.Equal(Enumerable.Range(0, Elements), pipeline.Called.Order());
        }
    }

    [Fact]
    public async Task Case_37_none_is_called_before_the_last_stage_under_way_has_ended()
    {
        var (slow, failure) = (new Gate(), new InvalidDataException());
        var journal = new Journal();
        var run = new Failing(journal, slow).RunAsync(failure).AsTask();

        Assert.Empty(journal.Entries);
        Assert.False(run.IsCompleted);
        slow.Open(1);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidDataException>(() => run).OrHang());
        Assert.Equal(["ended", "clean"], journal.Entries);
    }

    [Fact]
    public async Task Runs_at_the_same_time_call_their_own()
    {
        var pipeline = new Own();
        var runs = Enumerable.Range(0, 500).Select(number => pipeline.RunAsync(number).AsTask()).ToArray();

        var called = await Task.WhenAll(runs).OrHang();

        Assert.All(called.Index(), run => Assert.Equal([run.Index], run.Item.Called));
    }

    [Pipeline]
    private sealed partial class Registering
    {
        public ConcurrentQueue<int> Called { get; } = [];

        public partial ValueTask<Third> RunAsync(int[] numbers);

        [Stage, Offload]
        private First Register([Each(MaxConcurrency = 8)] int number, StageContext context)
        {
            context.OnCleanUp(() => Called.Enqueue(number));
            return new(number);
        }

        [Stage]
        private static Third Count(First[] firsts) => new(firsts.Length);
    }

    [Pipeline]
    private sealed partial class Failing(Journal journal, Gate slow)
    {
        public partial ValueTask<Third> RunAsync(Exception exception);

        [Stage]
        private async Task<First> SlowAsync()
        {
            var number = await slow.WaitAsync();
            journal.Add("ended");
            return new(number);
        }

        [Stage]
        private async Task<Second> FailAsync(Exception exception, StageContext context)
        {
            context.OnCleanUp(() => journal.Add("clean"));
            await Task.FromException(exception);
            return default;
        }

        [Stage]
        private static Third Join(First first, Second second) => new(first.Number + second.Number);
    }

    public sealed record Calls(ConcurrentQueue<int> Called);

    [Pipeline]
    private sealed partial class Own
    {
        public partial ValueTask<Calls> RunAsync(int number);

        [Stage]
        private static async Task<Calls> RegisterAsync(int number, StageContext context)
        {
            var calls = new Calls([]);
            await Task.Yield();
            context.OnCleanUp(() => calls.Called.Enqueue(number));
            return calls;
        }
    }
}
