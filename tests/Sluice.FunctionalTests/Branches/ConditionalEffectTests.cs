using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Branches;

/// <summary>Effects that run only if a condition holds.</summary>
public sealed partial class ConditionalEffectTests
{
    [Theory]
    [Paces(50, "IsLarge Note")]
    [Paces(5, "IsLarge")]
    public void An_effect_runs_where_its_condition_holds(Pace pace, int number, string expected)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Noting(steps).Run(number)) : new WaitingNoting(steps).RunAsync(number)
        );

        Assert.Equal(new First(number), result);
        Assert.Equal(expected.Split(' '), steps.Entries);
    }

    [Theory]
    [Paces(50, "First IsLarge Note")]
    [Paces(5, "First IsLarge")]
    public void Where_there_is_no_output_an_effect_brings_its_condition_and_what_that_needs(
        Pace pace,
        int number,
        string expected
    )
    {
        var steps = new Steps(pace);

        if (pace == Pace.StraightLine)
        {
            new Pulling(steps).Run(number);
        }
        else
        {
            steps.Finish(new WaitingPulling(steps).RunAsync(number));
        }

        Assert.Equal(expected.Split(' '), steps.Entries);
    }

    [Fact]
    public void An_effect_whose_condition_would_bring_in_a_stage_is_left_out_where_there_is_an_output()
    {
        var steps = new Steps(Pace.StraightLine);

        Assert.Equal(new Second(5), new Selective(steps).Run(5));
        Assert.Equal(["Second"], steps.Entries);
    }

    [Theory]
    [Paces]
    public void An_effect_that_takes_an_absent_value_is_skipped(Pace pace)
    {
        var steps = new Steps(pace);

        var result = steps.Finish(
            pace == Pace.StraightLine ? new(new Absent(steps).Run(5)) : new WaitingAbsent(steps).RunAsync(5)
        );

        Assert.Equal("nothing", result.Reason);
        Assert.Equal(["Optionally: nothing"], steps.Entries);
    }

    [Pipeline]
    private sealed partial class Noting(Steps steps)
    {
        public partial First Run(int number);

        [Stage]
        private static First First(int number) => new(number);

        private bool IsLarge(First first) => steps.Note("IsLarge", first.Number > 10);

        [Stage, When(nameof(IsLarge))]
        private void Note(First first) => steps.Note(first.Number > 0 ? "Note" : "");
    }

    [Pipeline]
    private sealed partial class WaitingNoting(Steps steps)
    {
        public partial ValueTask<First> RunAsync(int number);

        [Stage]
        private static First First(int number) => new(number);

        private ValueTask<bool> IsLargeAsync(First first) => steps.NoteAsync("IsLarge", first.Number > 10);

        [Stage, When(nameof(IsLargeAsync))]
        private async ValueTask NoteAsync(First first) =>
            await steps.NoteAsync(first.Number > 0 ? "Note" : "", 0).ConfigureAwait(false);
    }

    [Pipeline]
    private sealed partial class Pulling(Steps steps)
    {
        public partial void Run(int number);

        [Stage]
        private First First(int number) => steps.Note("First", new First(number));

        [Stage]
        private bool IsLarge(First first) => steps.Note("IsLarge", first.Number > 10);

        [Stage, When(nameof(IsLarge))]
        private void Note() => steps.Note("Note");
    }

    [Pipeline]
    private sealed partial class WaitingPulling(Steps steps)
    {
        public partial ValueTask RunAsync(int number);

        [Stage]
        private ValueTask<First> FirstAsync(int number) => steps.NoteAsync("First", new First(number));

        [Stage]
        private ValueTask<bool> IsLargeAsync(First first) => steps.NoteAsync("IsLarge", first.Number > 10);

        [Stage, When(nameof(IsLargeAsync))]
        private async Task NoteAsync() => await steps.NoteAsync("Note", 0).ConfigureAwait(false);
    }

    [Pipeline]
    private sealed partial class Selective(Steps steps)
    {
        public partial Second Run(int number);

        public partial void Effects(int number);

        [Stage]
        private Second Second(int number) => steps.Note("Second", new Second(number));

        [Stage]
        private bool IsLarge(int number) => steps.Note("IsLarge", number > 0);

        [Stage, When(nameof(IsLarge))]
        private void Note(int number) => steps.Note(number > 0 ? "Note" : "");
    }

    [Pipeline]
    private sealed partial class Absent(Steps steps)
    {
        public partial Optional<First> Run(int number);

        [Stage]
        private static Optional<First> First(int number) => Optional.Skip(number > 0 ? "nothing" : "");

        [Stage]
        private void Plainly(First first) => steps.Note($"Plainly: {first}");

        [Stage]
        private void Optionally(Optional<First> first) => steps.Note($"Optionally: {first.Reason}");
    }

    [Pipeline]
    private sealed partial class WaitingAbsent(Steps steps)
    {
        public partial ValueTask<Optional<First>> RunAsync(int number);

        [Stage]
        private async Task<Optional<First>> FirstAsync(int number)
        {
            await Task.CompletedTask;
            return Optional.Skip(number > 0 ? "nothing" : "");
        }

        [Stage]
        private async Task PlainlyAsync(First first) =>
            await steps.NoteAsync($"Plainly: {first}", 0).ConfigureAwait(false);

        [Stage]
        private async Task OptionallyAsync(Optional<First> first) =>
            await steps.NoteAsync($"Optionally: {first.Reason}", 0).ConfigureAwait(false);
    }
}
