using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Policies;

/// <summary>The policies of a stage that runs for each element apply to each call.</summary>
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
}
