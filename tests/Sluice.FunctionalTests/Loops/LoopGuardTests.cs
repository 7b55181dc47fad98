using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Loops;

/// <summary>Guards in the bodies of loops, and loops that guards run again.</summary>
public sealed partial class LoopGuardTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guard_runs_a_whole_loop_again_from_its_first_round(bool inLine)
    {
        var journal = new Journal();

        var result = inLine ? new LoopAgain(journal).Run(0) : await new LoopAgain(journal).RunAsync(0).OrHang();

        Assert.Equal("203", result);
        // Each time the loop makes three rounds.
        Assert.Equal(["100", "101", "102", "103", "200", "201", "202", "203"], journal.Entries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guard_that_runs_the_first_stage_of_a_body_again_begins_the_loop_anew(bool inLine)
    {
        var journal = new Journal();

        var result = inLine ? new BodyAgain(journal).Run(5) : await new BodyAgain(journal).RunAsync(5).OrHang();

        Assert.Equal("4", result);
        Assert.Equal(["5", "6", "5", "6"], journal.Entries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guard_in_a_body_counts_its_attempts_anew_in_each_round(bool inLine)
    {
        var journal = new Journal();

        var result = inLine ? new GuardInBody(journal).Run(0) : await new GuardInBody(journal).RunAsync(0).OrHang();

        Assert.Equal("3", result);
        // The guard refuses twice in each of three rounds: with three attempts it would fail in the second round.
        Assert.Equal(["0", "0", "0", "1", "1", "1", "2", "2", "2"], journal.Entries);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guard_that_refuses_in_a_later_round_fails_the_run(bool inLine)
    {
        var journal = new Journal();

        var thrown = inLine
            ? Assert.Throws<GuardFailedException>(() => new Refusing(journal).Run(0))
            : await Assert.ThrowsAsync<GuardFailedException>(() => new Refusing(journal).RunAsync(0).AsTask().OrHang());

        Assert.Equal("Passes", thrown.Guard);
        Assert.Equal(["0", "1", "2"], journal.Entries);
    }

    [Pipeline]
    private sealed partial class LoopAgain(Journal journal)
    {
        private int _times;

        [return: From(nameof(Render))]
        public partial string Run(int start);

        [return: From(nameof(Render))]
        public partial ValueTask<string> RunAsync(int start);

        [Stage]
        private long Begin(int start) => ++_times * 100L;

        [Stage]
        private short Look([Carried] long number) => journal.Add($"{number}", (short)0);

        [Stage, Loop(MaxRounds = 5, First = nameof(Begin))]
        private static Loop<long, double> Decide([Carried] long number, short looked) =>
            number % 100 == 3 ? Loop.Done((double)number) : Loop.Again(number + 1);

        [Stage, Guard(Retry = nameof(Begin), Attempts = 3)]
        private static bool Passes(double result) => result > 200;

        [Stage]
        private static string Render(double result) => $"{result}";
    }

    [Pipeline]
    private sealed partial class BodyAgain(Journal journal)
    {
        private int _calls;

        [return: From(nameof(Render))]
        public partial string Run(int start);

        [return: From(nameof(Render))]
        public partial ValueTask<string> RunAsync(int start);

        [Stage]
        private long Look([Carried] int number) => journal.Add($"{number}", ++_calls);

        [Stage, Loop(MaxRounds = 2)]
        private static Loop<int, double> Decide([Carried] int number, [From(nameof(Look))] long calls) =>
            number == 6 ? Loop.Done((double)calls) : Loop.Again(number + 1);

        [Stage, Guard(Retry = nameof(Look), Attempts = 3)]
        private static bool Passes(double result) => result > 2;

        [Stage]
        private static string Render(double result) => $"{result}";
    }

    [Pipeline]
    private sealed partial class GuardInBody(Journal journal)
    {
        private int _calls;

        [return: From(nameof(Decide))]
        public partial string Run(int start);

        [return: From(nameof(Decide))]
        public partial ValueTask<string> RunAsync(int start);

        [Stage]
        private long Draft([Carried] int number)
        {
            journal.Add($"{number}");
            return ++_calls;
        }

        [Stage, Guard(Retry = nameof(Draft), Attempts = 3)]
        private static bool Passes([From(nameof(Draft))] long draft) => draft % 3 == 0;

        [Stage, Loop(MaxRounds = 3)]
        private static Loop<int, string> Decide([Carried] int number, [From(nameof(Draft))] long draft) =>
            number == 2 ? Loop.Done($"{draft / 3}") : Loop.Again(number + 1);
    }

    [Pipeline]
    private sealed partial class Refusing(Journal journal)
    {
        [return: From(nameof(Decide))]
        public partial string Run(int start);

        [return: From(nameof(Decide))]
        public partial ValueTask<string> RunAsync(int start);

        [Stage]
        private long Draft([Carried] int number)
        {
            journal.Add($"{number}");
            return number;
        }

        [Stage, Guard]
        private static bool Passes([From(nameof(Draft))] long draft) => draft < 2;

        [Stage, Loop(MaxRounds = 5)]
        private static Loop<int, string> Decide([Carried] int number, [From(nameof(Draft))] long draft) =>
            Loop.Again(number + 1);
    }
}
