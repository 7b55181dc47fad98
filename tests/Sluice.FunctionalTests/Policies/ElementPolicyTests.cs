using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Policies of a stage that runs for each element apply to each call, and see outcomes that are failures.</summary>
public sealed partial class ElementPolicyTests
{
    [Fact]
    public async Task Each_element_is_tried_again_by_itself_and_cached_by_itself()
    {
        var journal = new Journal();
        var pipeline = new Measuring(journal);

        Assert.Equal(10, await pipeline.RunAsync(["one", "four", "one"]).OrHang());
        Assert.Equal(3, await pipeline.RunAsync(["one"]).OrHang());

        Assert.Equal(["four 1", "four 2", "one 1", "one 2"], journal.Entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_outcome_that_asks_for_another_attempt_gets_it_after_the_wait_that_it_asks_for()
    {
        var time = new ManualTimeProvider();
        var journal = new Journal();

        var run = new Asking(journal).RunAsync("four", new RunContext { TimeProvider = time }).AsTask();
        await time.WhenArmedAsync(1).OrHang();
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(run.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4, (await run.OrHang()).Value);
        Assert.Equal(["1", "2"], journal.Entries);
    }

    [Pipeline]
    public sealed partial class Measuring(Journal journal)
    {
        public partial ValueTask<int> RunAsync(string[] texts);

        [Stage, Cached("00:05:00"), Retry(2)]
        private async Task<int> MeasureAsync([Each] string text, StageContext context)
        {
            journal.Add($"{text} {context.Attempt}");
            await Task.Yield();
            return context.Attempt > 1 ? text.Length : throw new InvalidDataException(text);
        }

        [Stage]
        private static int Sum(int[] lengths) => lengths.Sum();
    }

    [Pipeline]
    public sealed partial class Asking(Journal journal)
    {
        public partial ValueTask<Optional<int>> RunAsync(string text, RunContext? context = null);

        [Stage, Retry(3, On = [typeof(InvalidDataException)])]
        private Outcome<int> Measure(string text, StageContext context)
        {
            journal.Add($"{context.Attempt}");
            return context.Attempt > 1 ? text.Length : Outcome.Retry(TimeSpan.FromSeconds(10));
        }
    }
}
