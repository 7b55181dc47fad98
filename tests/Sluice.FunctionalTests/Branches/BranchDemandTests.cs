using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>A value that only a branch takes, in any form, is not produced if the branch is not taken.</summary>
public sealed partial class BranchDemandTests
{
    private static readonly string[] FirstAndLeft = ["First", "Left"];
    private static readonly string[] RightAndSecond = ["Right", "Second"];

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void What_a_branch_takes_in_any_form_is_made_for_the_branch_alone(Pace pace, bool isTaken)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Forms(steps).Run(isTaken)) : new WaitingForms(steps).RunAsync(isTaken)
        );

        Assert.Equal(isTaken, result.HasValue);
        Assert.Equal(
            isTaken
                ? ["AsOutcome", "Element", "Elements", "Guarded", "Merged1", "Merged2", "Nullable", "Optionally"]
                : [],
            steps.Sorted
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_is_made_for_the_branch_alone(bool isTaken)
    {
        var journal = new Journal();

        var result = await new OfStream(journal).RunAsync(isTaken).OrHang();

        Assert.Equal(isTaken ? 3 : -1, result.ValueOr(-1));
        Assert.Equal(isTaken ? ["called"] : [], journal.Entries);
    }

    [Theory]
    [Paces]
    public void An_entry_point_that_needs_a_stage_anyhow_runs_it_whatever_the_branch(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Anyhow(steps).Run(isTaken: false))
                : new WaitingAnyhow(steps).RunAsync(isTaken: false)
        );

        Assert.Equal((new First(1), false), (result.First, result.Second.HasValue));
        Assert.Equal(["First"], steps.Entries);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void A_condition_of_a_stage_that_nobody_needs_is_not_asked(Pace pace, bool isTaken)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Asked(steps).Run(isTaken)) : new WaitingAsked(steps).RunAsync(isTaken)
        );

        Assert.Equal(isTaken, result.HasValue);
        Assert.Equal(isTaken ? ["First", "IsAsked", "Second"] : [], steps.Sorted);
    }

    [Theory]
    [Paces(true, true)]
    [Paces(true, false)]
    [Paces(false, true)]
    [Paces(false, false)]
    public void What_only_the_fallback_of_a_merge_needs_runs_with_its_own_condition(Pace pace, bool left, bool right)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Fallback(steps).Run(left, right))
                : new WaitingFallback(steps).RunAsync(left, right)
        );

        Assert.Equal(
            left ? 1
                : right ? 2
                : -1,
            result.ValueOr(new Third(-1)).Number
        );
        Assert.Equal([.. left ? FirstAndLeft : [], .. right ? RightAndSecond : []], steps.Sorted);
    }

    private static int[] Numbers(params int[] numbers) => numbers;

    [Pipeline]
    private sealed partial class Forms(Steps steps)
    {
        [return: From(nameof(Guarded))]
        public partial Optional<string> Run(bool isTaken);

        [Stage]
        private First Optionally() => steps.Note("Optionally", new First(1));

        [Stage]
        private Second AsOutcome() => steps.Note("AsOutcome", new Second(1));

        [Stage]
        private Third Nullable() => steps.Note("Nullable", new Third(1));

        [Stage]
        private Optional<Fourth> Merged1() => steps.Note("Merged1", (Optional<Fourth>)Optional.Skip("no"));

        [Stage]
        private Fourth Merged2() => steps.Note("Merged2", new Fourth(1));

        [Stage]
        private int[] Elements() => steps.Note("Elements", Numbers(1));

        [Stage]
        private long Element([Each] int number) => steps.Note("Element", (long)number);

        [Stage, When("isTaken")]
        private string Guarded(
            Optional<First> first,
            Outcome<Second> second,
            Third? third,
            [From(nameof(Merged1), nameof(Merged2))] Fourth fourth,
            long[] elements
        ) =>
            steps.Note(
                "Guarded",
                $"{first.HasValue} {second.HasValue} {third.HasValue} {fourth.Number} {elements.Length}"
            );
    }

    [Pipeline]
    private sealed partial class WaitingForms(Steps steps)
    {
        [return: From(nameof(GuardedAsync))]
        public partial ValueTask<Optional<string>> RunAsync(bool isTaken);

        private static ValueTask<bool> TakesAsync(bool isTaken) => new(isTaken);

        [Stage]
        private ValueTask<First> OptionallyAsync() => steps.NoteAsync("Optionally", new First(1));

        [Stage]
        private ValueTask<Second> AsOutcomeAsync() => steps.NoteAsync("AsOutcome", new Second(1));

        [Stage]
        private ValueTask<Third> NullableAsync() => steps.NoteAsync("Nullable", new Third(1));

        [Stage]
        private ValueTask<Optional<Fourth>> Merged1Async() =>
            steps.NoteAsync<Optional<Fourth>>("Merged1", Optional.Skip("no"));

        [Stage]
        private ValueTask<Fourth> Merged2Async() => steps.NoteAsync("Merged2", new Fourth(1));

        [Stage]
        private ValueTask<int[]> ElementsAsync() => steps.NoteAsync("Elements", Numbers(1));

        [Stage]
        private ValueTask<long> ElementAsync([Each] int number) => steps.NoteAsync("Element", (long)number);

        [Stage, When(nameof(TakesAsync))]
        private ValueTask<string> GuardedAsync(
            Optional<First> first,
            Outcome<Second> second,
            Third? third,
            [From(nameof(Merged1Async), nameof(Merged2Async))] Fourth fourth,
            long[] elements
        ) =>
            steps.NoteAsync(
                "Guarded",
                $"{first.HasValue} {second.HasValue} {third.HasValue} {fourth.Number} {elements.Length}"
            );
    }

    [Pipeline]
    private sealed partial class OfStream(Journal journal)
    {
        [return: From(nameof(SumAsync))]
        public partial ValueTask<Optional<int>> RunAsync(bool isTaken);

        [Stage]
        private IAsyncEnumerable<int> Make()
        {
            journal.Add("called");
            return MakeAsync();
        }

        [Stage, When("isTaken")]
        private static async Task<int> SumAsync(IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            await foreach (var number in numbers)
            {
                sum += number;
            }

            return sum;
        }

        private static async IAsyncEnumerable<int> MakeAsync()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
    }

    [Pipeline]
    private sealed partial class Anyhow(Steps steps)
    {
        public partial (First First, Optional<Second> Second) Run(bool isTaken);

        [Stage]
        private First First() => steps.Note("First", new First(1));

        [Stage, When("isTaken")]
        private Second Second(First first) => steps.Note("Second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class WaitingAnyhow(Steps steps)
    {
        public partial ValueTask<(First First, Optional<Second> Second)> RunAsync(bool isTaken);

        [Stage]
        private ValueTask<First> FirstAsync() => steps.NoteAsync("First", new First(1));

        [Stage, When("isTaken")]
        private ValueTask<Second> SecondAsync(First first) => steps.NoteAsync("Second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class Asked(Steps steps)
    {
        public partial Optional<Second> Run(bool isTaken);

        private bool IsAsked() => steps.Note("IsAsked", true);

        [Stage, When("isTaken"), When(nameof(IsAsked))]
        private First First() => steps.Note("First", new First(1));

        [Stage, When("isTaken")]
        private Second Second(First first) => steps.Note("Second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class WaitingAsked(Steps steps)
    {
        public partial ValueTask<Optional<Second>> RunAsync(bool isTaken);

        private ValueTask<bool> IsAskedAsync() => steps.NoteAsync("IsAsked", true);

        [Stage, When("isTaken"), When(nameof(IsAskedAsync))]
        private ValueTask<First> FirstAsync() => steps.NoteAsync("First", new First(1));

        [Stage, When("isTaken")]
        private ValueTask<Second> SecondAsync(First first) => steps.NoteAsync("Second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class Fallback(Steps steps)
    {
        [return: From(nameof(Left), nameof(Right))]
        public partial Optional<Third> Run(bool left, bool right);

        [Stage]
        private First First() => steps.Note("First", new First(1));

        [Stage]
        private Second Second() => steps.Note("Second", new Second(2));

        [Stage, When("left")]
        private Third Left(First first) => steps.Note("Left", new Third(first.Number));

        [Stage, When("right")]
        private Third Right(Second second) => steps.Note("Right", new Third(second.Number));
    }

    [Pipeline]
    private sealed partial class WaitingFallback(Steps steps)
    {
        [return: From(nameof(LeftAsync), nameof(RightAsync))]
        public partial ValueTask<Optional<Third>> RunAsync(bool left, bool right);

        [Stage]
        private ValueTask<First> FirstAsync() => steps.NoteAsync("First", new First(1));

        [Stage]
        private ValueTask<Second> SecondAsync() => steps.NoteAsync("Second", new Second(2));

        [Stage, When("left")]
        private ValueTask<Third> LeftAsync(First first) => steps.NoteAsync("Left", new Third(first.Number));

        [Stage, When("right")]
        private ValueTask<Third> RightAsync(Second second) => steps.NoteAsync("Right", new Third(second.Number));
    }
}
