using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Merges;

/// <summary>A merge takes the value of the first source in its list that produced one.</summary>
public sealed partial class MergeTests
{
    [Theory]
    [Paces(true, true, true, "A")]
    [Paces(false, true, true, "B")]
    [Paces(false, false, true, "C")]
    [Paces(true, false, true, "A")]
    [Paces(false, false, false, null)]
    public void Case_19_the_first_in_the_list_that_produced_is_taken(
        Pace pace,
        bool a,
        bool b,
        bool c,
        string? expected
    )
    {
        var steps = new Steps(pace);

        var (optional, nullable, outcome, plain) = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Merging(steps).Run(a, b, c))
                : new WaitingMerging(steps).RunAsync(a, b, c)
        );

        Assert.Equal(expected, optional.HasValue ? optional.Value : null);
        Assert.Equal(expected, nullable);
        Assert.Equal(expected, outcome.HasValue ? outcome.Value : null);
        Assert.Equal(expected is not null, plain.HasValue);
        Assert.Equal(expected, plain.HasValue ? plain.Value : null);

        // A merge does not evaluate its sources lazily: each source runs under its own condition.
        string?[] run = [a ? "A" : null, b ? "B" : null, c ? "C" : null];
        Assert.Equal(run.Where(entry => entry is not null), steps.Sorted.Where(entry => entry.Length == 1));
    }

    [Fact]
    public async Task Case_19_a_merge_waits_for_all_before_the_one_that_produced()
    {
        var gates = (First: new Gate(), Second: new Gate());
        var run = new Racing().RunAsync(gates.First, gates.Second).AsTask();

        gates.Second.Open(2);
        Assert.False(run.IsCompleted);
        gates.First.Open(0);

        Assert.Equal("second 2", await run.OrHang());
    }

    [Fact]
    public async Task Case_19_the_first_in_the_list_wins_whoever_was_first_in_time()
    {
        var gates = (First: new Gate(), Second: new Gate());
        var run = new Racing().RunAsync(gates.First, gates.Second).AsTask();

        gates.Second.Open(2);
        gates.First.Open(1);

        Assert.Equal("first 1", await run.OrHang());
    }

    [Theory]
    [InlineData(true, "stage")]
    [InlineData(false, "input")]
    public async Task An_input_may_be_the_last_resort(bool runs, string expected)
    {
        Assert.Equal(expected, new WithInput().Run(runs, "input"));
        Assert.Equal(expected, await new WithInput().RunLaterAsync(runs, "input"));
    }

    [Theory]
    [InlineData("first", "second", "first")]
    [InlineData(null, "second", "second")]
    [InlineData(null, null, null)]
    public void Inputs_that_may_be_absent_may_be_merged(string? first, string? second, string? expected) =>
        Assert.Equal(
            expected,
            new Inputs()
                .Run(
                    first is null ? Optional.Skip("no first") : first,
                    second is null ? Optional.Skip("no second") : second
                )
                .ValueOr(null!)
        );

    [Fact]
    public void A_merge_may_convert_each_of_its_sources()
    {
        Assert.Equal("text", new Converting().Run(isText: true));
        Assert.Equal(new Uri("https://example.org"), new Converting().Run(isText: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_merge_of_a_condition_decides(bool left)
    {
        Assert.Equal(left, (await new Deciding().RunAsync(left, left: true, right: false)).HasValue);
        Assert.Equal(!left, (await new Deciding().RunAsync(left, left: false, right: true)).HasValue);
    }

    [Theory]
    [Paces]
    public void A_merge_that_is_exhaustive_takes_the_place_of_a_value_that_is_definite(Pace pace)
    {
        var steps = new Steps(pace);
        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Exhaustive(steps).Run(true))
                : new WaitingExhaustive(steps).RunAsync(true)
        );
        Assert.Equal(("left", 4), result);
    }

    [Pipeline]
    private sealed partial class Merging(Steps steps)
    {
        public partial (
            Optional<string> Optionally,
            string? Nullable,
            Outcome<string> AsOutcome,
            Optional<string> Plain
        ) Run(bool a, bool b, bool c);

        [Stage, When("a")]
        private string A() => steps.Note("A", "A");

        [Stage, When("b")]
        private string B() => steps.Note("B", "B");

        [Stage, When("c")]
        private string C() => steps.Note("C", "C");

        [Stage]
        private static Optional<string> Optionally([From(nameof(A), nameof(B), nameof(C))] Optional<string> text) =>
            text;

        [Stage]
        private static string? Nullable([From(nameof(A), nameof(B), nameof(C))] string? text) => text;

        [Stage]
        private static Outcome<string> AsOutcome([From(nameof(A), nameof(B), nameof(C))] Outcome<string> text) => text;

        [Stage]
        private static string Plain([From(nameof(A), nameof(B), nameof(C))] string text) => text;
    }

    [Pipeline]
    private sealed partial class WaitingMerging(Steps steps)
    {
        public partial ValueTask<(
            Optional<string> Optionally,
            string? Nullable,
            Outcome<string> AsOutcome,
            Optional<string> Plain
        )> RunAsync(bool a, bool b, bool c);

        [Stage, When("a")]
        private ValueTask<string> AAsync() => steps.NoteAsync("A", "A");

        [Stage, When("b")]
        private ValueTask<string> BAsync() => steps.NoteAsync("B", "B");

        [Stage, When("c")]
        private ValueTask<string> CAsync() => steps.NoteAsync("C", "C");

        [Stage]
        private ValueTask<Optional<string>> OptionallyAsync(
            [From(nameof(AAsync), nameof(BAsync), nameof(CAsync))] Optional<string> text
        ) => steps.NoteAsync("Optionally", text);

        [Stage]
        private ValueTask<string?> NullableAsync([From(nameof(AAsync), nameof(BAsync), nameof(CAsync))] string? text) =>
            steps.NoteAsync("Nullable", text);

        [Stage]
        private ValueTask<Outcome<string>> AsOutcomeAsync(
            [From(nameof(AAsync), nameof(BAsync), nameof(CAsync))] Outcome<string> text
        ) => steps.NoteAsync("AsOutcome", text);

        [Stage]
        private ValueTask<string> PlainAsync([From(nameof(AAsync), nameof(BAsync), nameof(CAsync))] string text) =>
            steps.NoteAsync("Plain", text);
    }

    [Pipeline]
    private sealed partial class Racing
    {
        public partial ValueTask<string> RunAsync(Gate one, Gate two);

        [Stage]
        private static async Task<Optional<First>> FirstAsync([From("one")] Gate gate)
        {
            var number = await gate.WaitAsync();
            return number > 0 ? new First(number) : Optional.Skip("it is nothing");
        }

        [Stage]
        private static async Task<First> SecondAsync([From("two")] Gate gate) => new(10 + await gate.WaitAsync());

        [Stage]
        private static string Join([From(nameof(FirstAsync), nameof(SecondAsync))] First first) =>
            first.Number > 10 ? $"second {first.Number - 10}" : $"first {first.Number}";
    }

    [Pipeline]
    private sealed partial class WithInput
    {
        [return: From(nameof(Stage), "text")]
        public partial string Run(bool runs, string text);

        [return: From(nameof(StageLaterAsync), "text")]
        public partial Task<string> RunLaterAsync(bool runs, string text);

        [Stage, When("runs")]
        private static string Stage() => "stage";

        [Stage, When("runs")]
        private static async Task<string> StageLaterAsync()
        {
            await Task.Yield();
            return "stage";
        }
    }

    [Pipeline]
    private sealed partial class Inputs
    {
        [return: From("first", "second")]
        public partial Optional<string> Run(Optional<string> first, Optional<string> second);
    }

    [Pipeline]
    private sealed partial class Converting
    {
        [return: From(nameof(Text), nameof(Address))]
        public partial object Run(bool isText);

        [Stage, When("isText")]
        private static string Text() => "text";

        [Stage, Unless("isText")]
        private static Uri Address() => new("https://example.org");
    }

    [Pipeline]
    private sealed partial class Deciding
    {
        public partial ValueTask<Optional<string>> RunAsync(bool choice, bool left, bool right);

        [Stage, When("choice")]
        private static async Task<bool> LeftAsync([From("left")] bool value)
        {
            await Task.Yield();
            return value;
        }

        [Stage, Unless("choice")]
        private static bool Right([From("right")] bool value) => value;

        [Stage]
        private static bool Either([From(nameof(LeftAsync), nameof(Right))] bool value) => value;

        [Stage, When(nameof(Either))]
        private static string Run() => "ran";
    }

    [Pipeline]
    private sealed partial class Exhaustive(Steps steps)
    {
        public partial (string Text, int Length) Run(bool isLeft);

        [Stage, When("isLeft")]
        private string Left() => steps.Note("Left", "left");

        [Stage, Unless("isLeft")]
        private string Right() => steps.Note("Right", "right");

        [Stage]
        private static string Text([From(nameof(Left), nameof(Right))] string text) => text;

        [Stage]
        private static int Length([From(nameof(Text))] string text) => text.Length;
    }

    [Pipeline]
    private sealed partial class WaitingExhaustive(Steps steps)
    {
        public partial ValueTask<(string Text, int Length)> RunAsync(bool isLeft);

        [Stage, When("isLeft")]
        private ValueTask<string> LeftAsync() => steps.NoteAsync("Left", "left");

        [Stage, Unless("isLeft")]
        private ValueTask<string> RightAsync() => steps.NoteAsync("Right", "right");

        [Stage]
        private static string Text([From(nameof(LeftAsync), nameof(RightAsync))] string text) => text;

        [Stage]
        private ValueTask<int> LengthAsync([From(nameof(Text))] string text) => steps.NoteAsync("Length", text.Length);
    }
}
