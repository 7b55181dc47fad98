using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>The effect of an absent value on the stages that need it.</summary>
public sealed partial class SkipTests
{
    [Theory]
    [Paces]
    public void Case_15_a_stage_that_needs_a_skipped_one_is_skipped_for_the_same_reason(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Cascade(steps).Run(-1)) : new WaitingCascade(steps).RunAsync(-1)
        );

        Assert.False(result.HasValue);
        Assert.Equal("it is negative", result.Reason);
        Assert.Equal(["First"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void Case_15_the_cascade_runs_where_the_value_is_there(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Cascade(steps).Run(1)) : new WaitingCascade(steps).RunAsync(1)
        );

        Assert.Equal(new Third(1), result.Value);
        Assert.Equal(["First", "Second", "Third"], steps.Entries);
    }

    [Theory]
    [Paces(true)]
    [Paces(false)]
    public void Case_16_a_stage_that_takes_an_absent_value_runs_and_is_told_the_reason(Pace pace, bool hasValue)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Takers(steps).Run(hasValue))
                : new WaitingTakers(steps).RunAsync(hasValue)
        );

        Assert.Equal(
            hasValue
                ? ("7", "7", "Succeeded: 7", "7", "text")
                : ("'Has' is false", "'Has' is false", "Skipped: 'Has' is false", "null", "null"),
            result
        );
    }

    [Theory]
    [Paces]
    public void A_skipped_stage_lets_go_what_comes_after_it(Pace pace)
    {
        var steps = new Steps(pace);

        if (pace == Pace.StraightLine)
        {
            new Ordered(steps).Run(isWritten: false);
        }
        else
        {
            steps.Finish(new WaitingOrdered(steps).RunAsync(isWritten: false));
        }

        Assert.Equal(["Close"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void A_stage_whose_parameter_has_a_default_value_is_skipped_where_its_producer_is(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Defaulted(steps).Run(1)) : new WaitingDefaulted(steps).RunAsync(1)
        );

        Assert.Equal("never", result.Reason);
        Assert.Equal(["First"], steps.Entries);
    }

    [Theory]
    [InlineData("given")]
    [InlineData(null)]
    public async Task An_input_may_be_absent(string? text)
    {
        var pipeline = new AbsentInput();
        Optional<string> optional = text is null ? Optional.Skip("nobody wrote") : text;
        Outcome<string> outcome = text is null ? Outcome.Fail(new InvalidDataException("broken")) : text;

        Assert.Equal(text is null ? "nobody wrote" : "5", Describe(pipeline.Run(optional)));
        Assert.Equal(text is null ? "nobody wrote" : "5", Describe(await pipeline.RunLaterAsync(optional)));
        Assert.Equal(text is null ? "none" : "given", pipeline.Replace(optional));
        Assert.Equal(text is null ? "broken" : "given", pipeline.Handle(outcome));
    }

    private static string Describe(Optional<int> optional) =>
        optional.HasValue ? $"{optional.Value}" : optional.Reason!;

    [Pipeline]
    private sealed partial class Cascade(Steps steps)
    {
        public partial Optional<Third> Run(int number);

        [Stage]
        private Optional<First> First(int number) =>
            steps.Note("First", number > 0 ? new First(number) : (Optional<First>)Optional.Skip("it is negative"));

        [Stage]
        private Second Second(First first) => steps.Note("Second", new Second(first.Number));

        [Stage]
        private Third Third(Second second) => steps.Note("Third", new Third(second.Number));
    }

    [Pipeline]
    private sealed partial class WaitingCascade(Steps steps)
    {
        public partial ValueTask<Optional<Third>> RunAsync(int number);

        [Stage]
        private ValueTask<Optional<First>> FirstAsync(int number) =>
            steps.NoteAsync<Optional<First>>("First", number > 0 ? new First(number) : Optional.Skip("it is negative"));

        [Stage]
        private ValueTask<Second> SecondAsync(First first) => steps.NoteAsync("Second", new Second(first.Number));

        [Stage]
        private async Task<Third> ThirdAsync(Second second) =>
            await steps.NoteAsync("Third", new Third(second.Number)).ConfigureAwait(false);
    }

    public static class TakerStages
    {
        [Stage, When("Has")]
        public static First Number() => new(7);

        [Stage, When("Has")]
        public static string Text() => "text";

        [Stage]
        public static string Optionally(Optional<First> first) =>
            first.HasValue ? $"{first.Value.Number}" : first.Reason!;

        [Stage]
        public static string Required([From("Optionally")] string text) => text;

        [Stage]
        public static string AsOutcome(Outcome<First> first) =>
            first.HasValue ? $"{first.Status}: {first.Value.Number}" : $"{first.Status}: {first.Reason}";

        [Stage]
        public static string Nullable(First? first) => first is { } value ? $"{value.Number}" : "null";

        [Stage]
        public static string Reference([From("Text")] string? text) => text ?? "null";
    }

    [Pipeline, Stages(typeof(TakerStages))]
    private sealed partial class Takers(Steps steps)
    {
        public partial (string Optionally, string Required, string AsOutcome, string Nullable, string Reference) Run(
            bool hasValue
        );

        [Stage]
        private bool Has(bool hasValue) => steps.Note("Has", hasValue);
    }

    [Pipeline, Stages(typeof(TakerStages))]
    private sealed partial class WaitingTakers(Steps steps)
    {
        public partial ValueTask<(
            string Optionally,
            string Required,
            string AsOutcome,
            string Nullable,
            string Reference
        )> RunAsync(bool hasValue);

        [Stage]
        private ValueTask<bool> HasAsync(bool hasValue) => steps.NoteAsync("Has", hasValue);
    }

    [Pipeline]
    private sealed partial class Ordered(Steps steps)
    {
        public partial void Run(bool isWritten);

        [Stage, When("isWritten")]
        private void Write() => steps.Note("Write");

        [Stage, After(nameof(Write))]
        private void Close() => steps.Note("Close");
    }

    [Pipeline]
    private sealed partial class WaitingOrdered(Steps steps)
    {
        public partial ValueTask RunAsync(bool isWritten);

        [Stage, When("isWritten")]
        private async Task WriteAsync() => await steps.NoteAsync("Write", 0).ConfigureAwait(false);

        [Stage, After(nameof(WriteAsync))]
        private async Task CloseAsync() => await steps.NoteAsync("Close", 0).ConfigureAwait(false);
    }

    [Pipeline]
    private sealed partial class Defaulted(Steps steps)
    {
        public partial Optional<Second> Run(int number);

        [Stage]
        private Outcome<First> First(int number) => steps.Note("First", Outcome.Skip(number > 0 ? "never" : ""));

        [Stage]
        private Second Second(First first = default) => steps.Note("Second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class WaitingDefaulted(Steps steps)
    {
        public partial ValueTask<Optional<Second>> RunAsync(int number);

        [Stage]
        private async ValueTask<Outcome<First>> FirstAsync(int number) =>
            await steps.NoteAsync("First", Outcome.Skip(number > 0 ? "never" : "")).ConfigureAwait(false);

        [Stage]
        private ValueTask<Second> SecondAsync(First first = default) =>
            steps.NoteAsync("Second", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class AbsentInput
    {
        public partial Optional<int> Run(Optional<string> text);

        public partial ValueTask<Optional<int>> RunLaterAsync(Optional<string> text);

        [return: From(nameof(Other))]
        public partial string Replace(Optional<string> text);

        [return: From(nameof(Handled))]
        public partial string Handle(Outcome<string> text);

        [Stage]
        private static int Length([From("text")] string text) => text.Length;

        [Stage]
        private static string Other([From("text")] string? text) => text ?? "none";

        [Stage]
        private static string Handled([From("text")] Outcome<string> text) =>
            text.HasValue ? text.Value : text.Exception?.Message ?? "skipped";
    }
}
