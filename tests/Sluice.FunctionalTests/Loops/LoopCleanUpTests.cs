using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Loops;

/// <summary>The compensation of the calls of a loop's rounds, and the disposal of the values that these made.</summary>
public sealed partial class LoopCleanUpTests
{
    private readonly Journal _journal = new();

    [Fact]
    public async Task Each_completed_call_is_undone_and_the_last_first()
    {
        Assert.Throws<InvalidDataException>(() => new Straight(_journal).Run(1));
        Assert.Equal(["undo 3", "undo 2", "undo 1"], _journal.Entries);

        foreach (var waits in new[] { false, true })
        {
            var journal = new Journal();
            await Assert.ThrowsAsync<InvalidDataException>(() =>
                new Concurrent(journal, waits).RunAsync(1).AsTask().OrHang()
            );
            Assert.Equal(["undo 3", "undo 2", "undo 1"], journal.Entries);
        }
    }

    [Fact]
    public void Nothing_is_undone_if_the_run_succeeds()
    {
        Assert.Equal("3", new Straight(_journal) { Succeeds = true }.Run(1));
        Assert.Empty(_journal.Entries);
    }

    [Fact]
    public async Task The_values_of_all_rounds_are_disposed_of_at_the_end_of_the_run()
    {
        Assert.Equal("3", new Disposing(_journal, waits: false).Run(1));
        Assert.Equal(["end", "dispose 3", "dispose 2", "dispose 1"], _journal.Entries);

        foreach (var waits in new[] { false, true })
        {
            var journal = new Journal();
            Assert.Equal("3", await new Disposing(journal, waits).RunAsync(1).OrHang());
            Assert.Equal(["end", "dispose 3", "dispose 2", "dispose 1"], journal.Entries);
        }
    }

    private sealed class Resource(Journal journal, int number) : IDisposable
    {
        public int Number => number;

        public void Dispose() => journal.Add($"dispose {number}");
    }

    [Pipeline]
    private sealed partial class Straight(Journal journal)
    {
        public bool Succeeds { get; init; }

        [return: From(nameof(Publish))]
        public partial string Run(int start);

        [Stage, Compensate(nameof(Undo))]
        private static long Write([Carried] int number) => number;

        private void Undo(long output) => journal.Add($"undo {output}");

        [Stage, Loop(MaxRounds = 3)]
        private static Loop<int, double> Decide([Carried] int number, long written) =>
            number == 3 ? Loop.Done((double)written) : Loop.Again(number + 1);

        [Stage]
        private string Publish(double written) => Succeeds ? $"{written}" : throw new InvalidDataException();
    }

    [Pipeline]
    private sealed partial class Concurrent(Journal journal, bool waits)
    {
        [return: From(nameof(Publish))]
        public partial ValueTask<string> RunAsync(int start);

        [Stage, Compensate(nameof(Undo))]
        private async ValueTask<long> WriteAsync([Carried] int number)
        {
            if (waits)
            {
                await Task.Yield();
            }

            return number;
        }

        private void Undo(long output) => journal.Add($"undo {output}");

        [Stage]
        private async ValueTask<short> BesideAsync([Carried] int number)
        {
            if (waits)
            {
                await Task.Yield();
            }

            return 0;
        }

        [Stage, Loop(MaxRounds = 3)]
        private static Loop<int, double> Decide([Carried] int number, long written, short beside) =>
            number == 3 ? Loop.Done((double)written) : Loop.Again(number + 1);

        [Stage]
        private static string Publish(double written) => throw new InvalidDataException();
    }

    [Pipeline]
    private sealed partial class Disposing(Journal journal, bool waits)
    {
        [return: From(nameof(End))]
        public partial string Run(int start);

        [return: From(nameof(EndLaterAsync))]
        public partial ValueTask<string> RunAsync(int start);

        [Stage(Dispose = true)]
        private Resource Open([Carried] int number) => new(journal, number);

        [Stage, Loop(MaxRounds = 3)]
        private static Loop<int, double> Decide([Carried] int number, Resource resource) =>
            number == 3 ? Loop.Done((double)resource.Number) : Loop.Again(number + 1);

        [Stage]
        private string End(double result) => journal.Add("end", $"{result}");

        [Stage]
        private async ValueTask<string> EndLaterAsync(double result)
        {
            if (waits)
            {
                await Task.Yield();
            }

            return journal.Add("end", $"{result}");
        }
    }
}
