using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Compensations;

/// <summary>
/// A stage that guards have run again is compensated once for each completion, each time with the output of that completion.
/// </summary>
public sealed partial class GuardedCompensationTests
{
    private readonly Journal _journal = new();

    [Fact]
    public void A_stage_is_undone_for_each_time_that_it_ended_where_nothing_waits()
    {
        Assert.Throws<InvalidDataException>(() => new Straight(_journal).Run(1));

        Assert.Equal(["undo 3", "undo 2", "undo 1"], _journal.Entries);
    }

    [Fact]
    public async Task A_stage_is_undone_for_each_time_that_it_ended_where_only_the_entry_point_waits()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => new Asynchronous(_journal).RunAsync(1).AsTask());

        Assert.Equal(["undo 3", "undo 2", "undo 1"], _journal.Entries);
    }

    [Fact]
    public async Task A_stage_that_failed_in_a_later_round_is_undone_with_the_values_of_the_earlier_one()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => new Chained(_journal).RunAsync(1).AsTask());

        Assert.Equal(["undo First 2", "undo Second 10 of 1", "undo First 1"], _journal.Entries);
    }

    [Pipeline]
    private sealed partial class Straight(Journal journal)
    {
        private int _calls;

        public partial long Run(int number);

        [Stage, Compensate(nameof(Undo))]
        private string Write(int number) => $"{number + _calls++}";

        private void Undo(string output) => journal.Add($"undo {output}");

        [Stage, Guard(Retry = nameof(Write))]
        private static bool IsGood(string draft) => draft == "3";

        [Stage]
        private static long Publish(string draft) => throw new InvalidDataException(draft);
    }

    [Pipeline]
    private sealed partial class Asynchronous(Journal journal)
    {
        private int _calls;

        public partial ValueTask<long> RunAsync(int number);

        [Stage, Compensate(nameof(Undo))]
        private string Write(int number) => $"{number + _calls++}";

        private void Undo(string output) => journal.Add($"undo {output}");

        [Stage, Guard(Retry = nameof(Write))]
        private static bool IsGood(string draft) => draft == "3";

        [Stage]
        private static long Publish(string draft) => throw new InvalidDataException(draft);
    }

    [Pipeline]
    private sealed partial class Chained(Journal journal)
    {
        private int _calls;

        public partial ValueTask<long> RunAsync(int number);

        [Stage, Compensate(nameof(UndoFirstAsync))]
        private async ValueTask<string> FirstAsync(int number)
        {
            await Task.Yield();
            return $"{number + _calls++}";
        }

        private async ValueTask UndoFirstAsync(string output)
        {
            await Task.Yield();
            journal.Add($"undo First {output}");
        }

        [Stage, Compensate(nameof(UndoSecond))]
        private static async ValueTask<double> SecondAsync(string first)
        {
            await Task.Yield();
            return first == "2" ? throw new InvalidDataException() : 10;
        }

        private void UndoSecond(double output, string first) => journal.Add($"undo Second {output} of {first}");

        [Stage, Guard(Retry = nameof(FirstAsync))]
        private static bool IsGood(double second) => second > 10;

        [Stage]
        private static long Publish(double second) => (long)second;
    }
}
