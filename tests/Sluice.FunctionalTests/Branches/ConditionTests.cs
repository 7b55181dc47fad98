using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Stages that run only if a condition holds.</summary>
public sealed partial class ConditionTests
{
    [Theory]
    [Paces(50, "IsLarge Large Join")]
    [Paces(5, "IsLarge Small Join")]
    public void Case_17_only_the_branch_that_is_taken_runs_and_its_condition_is_evaluated_once(
        Pace pace,
        int number,
        string expected
    )
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Sizes(steps).Run(number)) : new WaitingSizes(steps).RunAsync(number)
        );

        Assert.Equal(new Second(number + (number > 10 ? 1_000 : 100)), result);
        Assert.Equal(expected.Split(' '), steps.Entries);
    }

    [Theory]
    [Paces(false, false, false)]
    [Paces(true, false, false)]
    [Paces(true, true, false)]
    [Paces(false, true, true)]
    [Paces(true, true, true)]
    public void Of_several_conditions_all_must_hold(Pace pace, bool isOpen, bool isPaid, bool isLocked)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Doors(steps).Run(isOpen, isPaid, isLocked))
                : new WaitingDoors(steps).RunAsync(isOpen, isPaid, isLocked)
        );

        var isExpected = isOpen && isPaid && !isLocked;
        Assert.Equal(isExpected, result.HasValue);
        Assert.Equal(isExpected ? 1 : 0, steps.Entries.Count(entry => entry == "Enter"));

        // Each condition was evaluated once, whatever the others returned.
        Assert.Equal(["IsOpen", "IsPaid"], steps.Sorted.Where(entry => entry != "Enter"));
    }

    [Theory]
    [Paces("en", 1, "english")]
    [Paces("fr", 1, "romance")]
    [Paces("it", 1, "romance")]
    [Paces("pl", 1, null)]
    [Paces("pl", 7, "seven")]
    [Paces("en", 7, "english")]
    public void A_route_may_be_a_string_or_a_number_and_have_any_of_several_values(
        Pace pace,
        string language,
        int number,
        string? expected
    )
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine
                ? new(new Languages().Run(language, number))
                : new WaitingLanguages(steps).RunAsync(language, number)
        );

        Assert.Equal(expected, result.HasValue ? result.Value : null);
    }

    [Pipeline]
    private sealed partial class Sizes(Steps steps)
    {
        public partial Second Run(int number);

        [Stage]
        private bool IsLarge(int number) => steps.Note("IsLarge", number > 10);

        [Stage, When(nameof(IsLarge))]
        private First Large(int number) => steps.Note("Large", new First(number + 1_000));

        [Stage, Unless(nameof(IsLarge))]
        private First Small(int number) => steps.Note("Small", new First(number + 100));

        [Stage]
        private Second Join([From(nameof(Large), nameof(Small))] First first) =>
            steps.Note("Join", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class WaitingSizes(Steps steps)
    {
        public partial ValueTask<Second> RunAsync(int number);

        [Stage]
        private ValueTask<bool> IsLargeAsync(int number) => steps.NoteAsync("IsLarge", number > 10);

        [Stage, When(nameof(IsLargeAsync))]
        private ValueTask<First> LargeAsync(int number) => steps.NoteAsync("Large", new First(number + 1_000));

        [Stage, Unless("IsLarge")]
        private ValueTask<First> SmallAsync(int number) => steps.NoteAsync("Small", new First(number + 100));

        [Stage]
        private ValueTask<Second> JoinAsync([From(nameof(LargeAsync), "Small")] First first) =>
            steps.NoteAsync("Join", new Second(first.Number));
    }

    [Pipeline]
    private sealed partial class Doors(Steps steps)
    {
        public partial Optional<First> Run(bool open, bool paid, bool isLocked);

        [Stage]
        private bool IsOpen([From("open")] bool value) => steps.Note("IsOpen", value);

        [Stage]
        private bool IsPaid([From("paid")] bool value) => steps.Note("IsPaid", value);

        [Stage, When(nameof(IsOpen)), When(nameof(IsPaid), true), Unless("isLocked")]
        private First Enter() => steps.Note("Enter", new First(1));
    }

    [Pipeline]
    private sealed partial class WaitingDoors(Steps steps)
    {
        public partial ValueTask<Optional<First>> RunAsync(bool open, bool paid, bool isLocked);

        [Stage]
        private ValueTask<bool> IsOpenAsync([From("open")] bool value) => steps.NoteAsync("IsOpen", value);

        [Stage]
        private ValueTask<bool> IsPaidAsync([From("paid")] bool value) => steps.NoteAsync("IsPaid", value);

        [Stage, When(nameof(IsOpenAsync)), Unless(nameof(IsPaidAsync), false), When("isLocked", false)]
        private ValueTask<First> EnterAsync() => steps.NoteAsync("Enter", new First(1));
    }

    [Pipeline]
    private sealed partial class Languages
    {
        [return: From(nameof(English), nameof(Romance), nameof(Seven))]
        public partial Optional<string> Run(string language, int number);

        [Stage, When("language", "en")]
        private static string English() => "english";

        [Stage, When("language", "fr", "it")]
        private static string Romance() => "romance";

        [Stage, When("number", 7)]
        private static string Seven() => "seven";
    }

    [Pipeline]
    private sealed partial class WaitingLanguages(Steps steps)
    {
        [return: From(nameof(EnglishAsync), nameof(RomanceAsync), nameof(SevenAsync))]
        public partial ValueTask<Optional<string>> RunAsync(string language, int number);

        [Stage]
        private ValueTask<string> DetectedAsync([From("language")] string text) => steps.NoteAsync("Detected", text);

        [Stage, When(nameof(DetectedAsync), "en")]
        private ValueTask<string> EnglishAsync() => steps.NoteAsync("English", "english");

        [Stage, When("Detected", "fr", "it")]
        private ValueTask<string> RomanceAsync() => steps.NoteAsync("Romance", "romance");

        [Stage, When("number", 7)]
        private ValueTask<string> SevenAsync() => steps.NoteAsync("Seven", "seven");
    }
}
