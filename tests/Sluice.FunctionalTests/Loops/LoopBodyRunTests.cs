namespace Sluice.FunctionalTests.Loops;

/// <summary>Which stages of a body run in a round, and with which values.</summary>
public sealed partial class LoopBodyRunTests
{
    [Fact]
    public void A_compensation_takes_the_carried_value_of_its_round()
    {
        var calls = new List<string>();

        Assert.Throws<InvalidOperationException>(() => new Undoing(calls).Run(1));

        Assert.Equal(["write 1", "write 2", "write 3", "undo 3", "undo 2", "undo 1"], calls);
    }

    [Fact]
    public void A_stage_that_needs_an_absent_first_value_does_not_run_in_a_later_round()
    {
        var calls = new List<string>();

        Assert.Equal("False", new AbsentFirst(calls).Run(5));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData(true, "4", new[] { "1", "2" })]
    [InlineData(false, null, new string[0])]
    public void An_effect_of_a_body_runs_only_if_the_decision_does(bool isOn, string? result, string[] expected)
    {
        var calls = new List<string>();

        Assert.Equal(result, new Conditional(calls).Run(1, isOn));

        Assert.Equal(expected, calls);
    }

    [Pipeline]
    private sealed partial class Undoing(List<string> calls)
    {
        public partial string Run(int start);

        [Stage, Compensate(nameof(Undo))]
        private long Write([Carried] int number)
        {
            calls.Add(FormattableString.Invariant($"write {number}"));
            return number;
        }

        private void Undo(int number) => calls.Add(FormattableString.Invariant($"undo {number}"));

        [Stage, Loop(MaxRounds = 3)]
        private static Loop<int, string> Decide([Carried] int number, long written) =>
            written == 3 ? throw new InvalidOperationException() : Loop.Again(number + 1);
    }

    [Pipeline]
    private sealed partial class AbsentFirst(List<string> calls)
    {
        public partial string Run(int start);

        [Stage]
        private static Optional<long> First(int start) => start > 100 ? 1L : Optional.Skip("none");

        [Stage]
        private bool Use([Carried] long carried, [From(nameof(First))] long first)
        {
            calls.Add(FormattableString.Invariant($"{carried} {first}"));
            return true;
        }

        [Stage, Loop(MaxRounds = 3, First = nameof(First))]
        private static Loop<long, string> Decide(Optional<bool> used, StageContext context) =>
            context.IsLastRound ? Loop.Done(used.HasValue ? "True" : "False") : Loop.Again(7L);
    }

    [Pipeline]
    private sealed partial class Conditional(List<string> calls)
    {
        public partial string? Run(int start, bool isOn);

        [Stage]
        private void Note([Carried] int number) => calls.Add(FormattableString.Invariant($"{number}"));

        [Stage]
        private static long Twice([Carried] int number) => number * 2;

        [Stage, When("isOn"), Loop(MaxRounds = 3)]
        private static Loop<int, string> Decide(long twice) =>
            twice > 3 ? Loop.Done(FormattableString.Invariant($"{twice}")) : Loop.Again((int)twice);
    }
}
