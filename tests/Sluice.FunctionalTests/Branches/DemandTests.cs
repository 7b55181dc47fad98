using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Stages that are needed only by a branch that is not taken do not run.</summary>
public sealed partial class DemandTests
{
    [Theory]
    [Paces(true, "Choose Fetch Left")]
    [Paces(false, "Choose Other Right")]
    public void The_dependencies_of_a_branch_that_is_not_taken_do_not_run(Pace pace, bool choice, string expected)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Chosen(steps).Run(choice)) : new WaitingChosen(steps).RunAsync(choice)
        );

        Assert.Equal(choice ? 1 : 2, result.Number);
        Assert.Equal(expected.Split(' '), steps.Entries);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void What_two_branches_need_runs_where_either_is_taken(Pace pace, bool isTaken)
    {
        var steps = new Steps(pace);

        var (left, right) = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Shared(steps).Run(first: false, second: isTaken))
                : new WaitingShared(steps).RunAsync(first: false, second: isTaken)
        );

        Assert.False(left.HasValue);
        Assert.Equal(isTaken, right.HasValue);
        Assert.Equal(isTaken ? ["Common", "Right"] : [], steps.Entries);
    }

    [Theory]
    [Paces(true, true, "Inner Outer Source Deep End")]
    [Paces(true, false, "Inner Outer")]
    [Paces(false, true, "Outer")]
    public void Demand_reaches_through_nested_branches(Pace pace, bool outer, bool inner, string expected)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Nested(steps).Run(outer, inner))
                : new WaitingNested(steps).RunAsync(outer, inner)
        );

        Assert.Equal(outer && inner, result.HasValue);
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), steps.Sorted);
    }

    [Pipeline]
    private sealed partial class Chosen(Steps steps)
    {
        [return: From(nameof(Left), nameof(Right))]
        public partial Third Run(bool choice);

        [Stage]
        private First Fetch() => steps.Note("Fetch", new First(1));

        [Stage]
        private Second Other() => steps.Note("Other", new Second(2));

        private bool Choose(bool choice) => steps.Note("Choose", choice);

        [Stage, When(nameof(Choose))]
        private Third Left(First first) => steps.Note("Left", new Third(first.Number));

        [Stage, Unless(nameof(Choose))]
        private Third Right(Second second) => steps.Note("Right", new Third(second.Number));
    }

    [Pipeline]
    private sealed partial class WaitingChosen(Steps steps)
    {
        [return: From(nameof(LeftAsync), nameof(RightAsync))]
        public partial ValueTask<Third> RunAsync(bool choice);

        [Stage]
        private ValueTask<First> FetchAsync() => steps.NoteAsync("Fetch", new First(1));

        [Stage]
        private ValueTask<Second> OtherAsync() => steps.NoteAsync("Other", new Second(2));

        private ValueTask<bool> ChooseAsync(bool choice) => steps.NoteAsync("Choose", choice);

        [Stage, When(nameof(ChooseAsync))]
        private ValueTask<Third> LeftAsync(First first) => steps.NoteAsync("Left", new Third(first.Number));

        [Stage, Unless(nameof(ChooseAsync))]
        private ValueTask<Third> RightAsync(Second second) => steps.NoteAsync("Right", new Third(second.Number));
    }

    [Pipeline]
    private sealed partial class Shared(Steps steps)
    {
        public partial (Optional<Second> Left, Optional<Third> Right) Run(bool first, bool second);

        [Stage]
        private First Common() => steps.Note("Common", new First(1));

        [Stage, When("first")]
        private Second Left(First common) => steps.Note("Left", new Second(common.Number));

        [Stage, When("second")]
        private Third Right(First common) => steps.Note("Right", new Third(common.Number));
    }

    [Pipeline]
    private sealed partial class WaitingShared(Steps steps)
    {
        public partial ValueTask<(Optional<Second> Left, Optional<Third> Right)> RunAsync(bool first, bool second);

        [Stage]
        private ValueTask<First> CommonAsync() => steps.NoteAsync("Common", new First(1));

        [Stage, When("first")]
        private ValueTask<Second> LeftAsync(First common) => steps.NoteAsync("Left", new Second(common.Number));

        [Stage, When("second")]
        private ValueTask<Third> RightAsync(First common) => steps.NoteAsync("Right", new Third(common.Number));
    }

    [Pipeline]
    private sealed partial class Nested(Steps steps)
    {
        public partial Optional<Third> Run(bool outer, bool inner);

        private bool Outer([From("outer")] bool value) => steps.Note("Outer", value);

        [Stage, When(nameof(Outer))]
        private bool Inner([From("inner")] bool value) => steps.Note("Inner", value);

        [Stage]
        private First Source() => steps.Note("Source", new First(1));

        [Stage, When(nameof(Inner))]
        private Second Deep(First first) => steps.Note("Deep", new Second(first.Number));

        [Stage]
        private Third End(Second second) => steps.Note("End", new Third(second.Number));
    }

    [Pipeline]
    private sealed partial class WaitingNested(Steps steps)
    {
        public partial ValueTask<Optional<Third>> RunAsync(bool outer, bool inner);

        private ValueTask<bool> OuterAsync([From("outer")] bool value) => steps.NoteAsync("Outer", value);

        [Stage, When(nameof(OuterAsync))]
        private ValueTask<bool> InnerAsync([From("inner")] bool value) => steps.NoteAsync("Inner", value);

        [Stage]
        private ValueTask<First> SourceAsync() => steps.NoteAsync("Source", new First(1));

        [Stage, When(nameof(InnerAsync))]
        private ValueTask<Second> DeepAsync(First first) => steps.NoteAsync("Deep", new Second(first.Number));

        [Stage]
        private ValueTask<Third> EndAsync(Second second) => steps.NoteAsync("End", new Third(second.Number));
    }
}
