using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Conditions from every possible source of a value.</summary>
public sealed partial class ConditionSourceTests
{
    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "'flag' is false")]
    [InlineData(null, "nobody knows")]
    public async Task A_condition_that_is_absent_skips_what_it_decides(bool? value, string? reason)
    {
        Optional<bool> flag = value is { } known ? known : Optional.Skip("nobody knows");

        Assert.Equal(reason, new ByOptionalInput().Run(flag).Reason);
        Assert.Equal(reason, (await new ByOptionalInput().RunLaterAsync(flag)).Reason);
        Assert.Equal(
            reason?.Replace("flag", "Flag", StringComparison.Ordinal),
            new ByOptionalStage().Run(value).Reason
        );
        Assert.Equal(
            reason?.Replace("flag", "FlagLater", StringComparison.Ordinal),
            (await new ByOptionalStage().RunLaterAsync(value)).Reason
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public void A_condition_that_is_absent_skips_both_branches(bool? value)
    {
        var (yes, no) = new BothBranches().Run(value);

        Assert.Equal(value is true, yes.HasValue);
        Assert.False(no.HasValue);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void A_stage_may_take_the_value_of_its_condition(Pace pace, bool flag)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Taking(steps).Run(flag)) : new WaitingTaking(steps).RunAsync(flag)
        );

        Assert.Equal(flag ? "True" : "'Flag' is false", result.HasValue ? result.Value : result.Reason);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(5, false)]
    public async Task An_entry_point_of_a_nested_pipeline_may_be_a_condition(int number, bool expected)
    {
        var pipeline = new Outer(new Judging());

        Assert.Equal(expected, pipeline.Run(number).HasValue);
        Assert.Equal(expected, (await pipeline.RunLaterAsync(number)).HasValue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Generic_and_static_pipelines_have_branches(bool isTaken)
    {
        Assert.Equal(isTaken ? "x" : null, new Generic<string>("x").Run(isTaken).ValueOr(null!));
        Assert.Equal(isTaken ? 7 : null, await Static.RunAsync(isTaken));
    }

    [Theory]
    [Paces(3)]
    [Paces(4)]
    public void A_condition_may_depend_on_what_the_branch_needs_as_well(Pace pace, int number)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Both(steps).Run(number)) : new WaitingBoth(steps).RunAsync(number)
        );

        Assert.Equal(number % 2 == 0, result.HasValue);
        Assert.Equal(number % 2 == 0 ? ["Base", "Extra", "Guarded", "IsEven"] : ["Base", "IsEven"], steps.Sorted);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Conditions_of_one_stage_are_asked_side_by_side(bool first, bool second)
    {
        var gates = (First: new Gate(), Second: new Gate());
        var journal = new Journal();
        var run = new SideBySide(journal).RunAsync(gates.First, gates.Second).AsTask();
        Assert.Equal(["first", "second"], journal.Entries);

        gates.Second.Open(second ? 1 : 0);
        gates.First.Open(first ? 1 : 0);

        Assert.Equal(first && second, (await run.OrHang()).HasValue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_offloaded_stage_may_have_a_condition_and_be_one(bool isTaken)
    {
        var result = await new Offloaded().RunAsync(isTaken).OrHang();

        Assert.Equal(isTaken ? "True" : "'Decide' is false", result.HasValue ? $"{result.Value}" : result.Reason);
    }

    [Fact]
    public async Task Conditions_are_inherited_and_the_override_brings_its_own()
    {
        var pipeline = new Derived();

        Assert.Equal("'isTaken' is false", (await pipeline.RunAsync(isTaken: false)).Reason);
        Assert.Equal("derived", (await pipeline.RunAsync(isTaken: true)).Value);
    }

    [Pipeline]
    private sealed partial class ByOptionalInput
    {
        [return: From(nameof(First))]
        public partial Optional<First> Run(Optional<bool> flag);

        [return: From(nameof(FirstLaterAsync))]
        public partial ValueTask<Optional<First>> RunLaterAsync(Optional<bool> flag);

        [Stage, When("flag")]
        private static First First() => new(1);

        [Stage, When("flag")]
        private static async Task<First> FirstLaterAsync()
        {
            await Task.Yield();
            return new(1);
        }
    }

    [Pipeline]
    private sealed partial class ByOptionalStage
    {
        [return: From(nameof(First))]
        public partial Optional<First> Run(bool? value);

        [return: From(nameof(FirstLater))]
        public partial ValueTask<Optional<First>> RunLaterAsync(bool? value);

        [Stage]
        private static Optional<bool> Flag(bool? value) => value is { } known ? known : Optional.Skip("nobody knows");

        [Stage]
        private static async Task<Outcome<bool>> FlagLaterAsync(bool? value)
        {
            await Task.Yield();
            return value is { } known ? known : Outcome.Skip("nobody knows");
        }

        [Stage, When(nameof(Flag))]
        private static First First() => new(1);

        [Stage, When(nameof(FlagLaterAsync))]
        private static First FirstLater() => new(1);
    }

    [Pipeline]
    private sealed partial class BothBranches
    {
        public partial (Optional<First> Yes, Optional<Second> No) Run(bool? value);

        [Stage]
        private static Optional<bool> Flag(bool? value) => value is { } known ? known : Optional.Skip("nobody knows");

        [Stage, When(nameof(Flag))]
        private static First Yes() => new(1);

        [Stage, Unless(nameof(Flag))]
        private static Second No() => new(1);
    }

    [Pipeline]
    private sealed partial class Taking(Steps steps)
    {
        public partial Optional<string> Run(bool input);

        [Stage]
        private bool Flag([From("input")] bool value) => steps.Note("Flag", value);

        [Stage, When(nameof(Flag))]
        private string Text(bool flag, [From("input")] bool? input) => steps.Note("Text", $"{flag && input is true}");
    }

    [Pipeline]
    private sealed partial class WaitingTaking(Steps steps)
    {
        public partial ValueTask<Optional<string>> RunAsync(bool input);

        [Stage]
        private ValueTask<bool> FlagAsync([From("input")] bool value) => steps.NoteAsync("Flag", value);

        [Stage, When(nameof(FlagAsync))]
        private ValueTask<string> TextAsync(bool flag, [From("input")] bool? input) =>
            steps.NoteAsync("Text", $"{flag && input is true}");
    }

    [Pipeline]
    public sealed partial class Judging
    {
        public partial bool IsLarge(int number);

        public partial ValueTask<bool> IsVeryLargeAsync(int number);

        [Stage]
        private static First First(int number) => new(number);

        [Stage(Name = "Large")]
        private static bool Judge(First first) => first.Number > 10;
    }

    [Pipeline]
    private sealed partial class Outer([Stages] Judging judging)
    {
        public partial Optional<Second> Run(int number);

        public partial ValueTask<Optional<Third>> RunLaterAsync(int number);

        [Stage, When(nameof(Judging.IsLarge))]
        private static Second Second() => new(1);

        [Stage, When("judging.IsVeryLarge")]
        private static Third Third() => new(1);
    }

    [Pipeline]
    private sealed partial class Generic<T>(T value)
        where T : notnull
    {
        private readonly T _value = value;

        public partial Optional<T> Run(bool isTaken);

        [Stage, When("isTaken")]
        private T Give() => _value;
    }

    [Pipeline]
    private static partial class Static
    {
        public static partial Task<int?> RunAsync(bool isTaken);

        private static bool Takes(bool isTaken) => isTaken;

        [Stage, When(nameof(Takes))]
        private static async Task<int> SevenAsync()
        {
            await Task.Yield();
            return 7;
        }
    }

    [Pipeline]
    private sealed partial class Both(Steps steps)
    {
        public partial Optional<Third> Run(int number);

        [Stage]
        private First Base(int number) => steps.Note("Base", new First(number));

        private bool IsEven(First first) => steps.Note("IsEven", first.Number % 2 == 0);

        [Stage]
        private Second Extra(First first) => steps.Note("Extra", new Second(first.Number));

        [Stage, When(nameof(IsEven))]
        private Third Guarded(First first, Second second) =>
            steps.Note("Guarded", new Third(first.Number + second.Number));
    }

    [Pipeline]
    private sealed partial class WaitingBoth(Steps steps)
    {
        public partial ValueTask<Optional<Third>> RunAsync(int number);

        [Stage]
        private ValueTask<First> BaseAsync(int number) => steps.NoteAsync("Base", new First(number));

        private ValueTask<bool> IsEvenAsync(First first) => steps.NoteAsync("IsEven", first.Number % 2 == 0);

        [Stage]
        private ValueTask<Second> ExtraAsync(First first) => steps.NoteAsync("Extra", new Second(first.Number));

        [Stage, When(nameof(IsEvenAsync))]
        private ValueTask<Third> GuardedAsync(First first, Second second) =>
            steps.NoteAsync("Guarded", new Third(first.Number + second.Number));
    }

    [Pipeline]
    private sealed partial class SideBySide(Journal journal)
    {
        public partial ValueTask<Optional<First>> RunAsync(Gate one, Gate two);

        private async Task<bool> FirstHoldsAsync([From("one")] Gate gate)
        {
            journal.Add("first");
            return await gate.WaitAsync() > 0;
        }

        private async Task<bool> SecondHoldsAsync([From("two")] Gate gate)
        {
            journal.Add("second");
            return await gate.WaitAsync() > 0;
        }

        [Stage, When(nameof(FirstHoldsAsync)), When(nameof(SecondHoldsAsync))]
        private static First First() => new(1);
    }

    [Pipeline]
    private sealed partial class Offloaded
    {
        [return: From(nameof(Compute))]
        public partial ValueTask<Optional<bool>> RunAsync(bool isTaken);

        [Stage, Offload]
        private static bool Decide(bool isTaken) => isTaken && Thread.CurrentThread.IsThreadPoolThread;

        [Stage, Offload, When(nameof(Decide))]
        private static bool Compute() => Thread.CurrentThread.IsThreadPoolThread;
    }

    public abstract class Base
    {
        [Stage, When("isTaken")]
        protected virtual string Text() => "base";
    }

    [Pipeline]
    private sealed partial class Derived : Base
    {
        public partial ValueTask<Optional<string>> RunAsync(bool isTaken);

        protected override string Text() => "derived";
    }
}
