using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>The effects that an entry point runs.</summary>
public sealed partial class EffectTests
{
    [Fact]
    public void An_entry_point_with_an_output_runs_the_effects_whose_needs_are_met_anyhow()
    {
        var journal = new Journal();

        Assert.Equal(new Second(2), new Audited(journal).Run(1));

        // The effect that needs Third does not run, because it would bring in a producer that the output does not need.
        Assert.Equal(["first", "input", "second"], journal.Entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_point_without_output_runs_every_effect_that_its_inputs_can_feed()
    {
        var journal = new Journal();

        new Audited(journal).Audit(1);

        Assert.Equal(["first", "input", "second", "third"], journal.Entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_entry_point_leaves_out_what_its_inputs_cannot_feed()
    {
        var journal = new Journal();

        new Audited(journal).AuditFirst(new First(1));

        Assert.Equal(["first", "second", "third"], journal.Entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_effect_may_be_restricted_to_entry_points()
    {
        var journal = new Journal();
        var pipeline = new Restricted(journal);

        Assert.Equal(new First(1), pipeline.Load(1));
        Assert.Equal(["always"], journal.Entries);
        Assert.Equal(new First(1), pipeline.Save(1));
        Assert.Equal(["always", "always", "only"], journal.Entries.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_run_ends_when_its_effects_have_ended_and_fails_when_they_fail()
    {
        var gate = new Gate();
        var run = new Slow().RunAsync(gate).AsTask();
        Assert.False(run.IsCompleted);
        gate.Open(1);
        Assert.Equal(new First(5), await run.OrHang());

        var failing = new Gate();
        var failed = new Slow().RunAsync(failing).AsTask();
        failing.Fail(new InvalidDataException());
        _ = await Assert.ThrowsAsync<InvalidDataException>(() => failed.OrHang());
    }

    [Fact]
    public void An_effect_takes_of_a_merge_the_sources_that_run()
    {
        var journal = new Journal();
        var pipeline = new Merging(journal);

        Assert.Equal(new First(1), pipeline.Load(1));
        Assert.Equal(new Second(-1), pipeline.Guess(1));
        Assert.Equal(new Second(1), pipeline.Size(1));
        Assert.Equal(new Second(-1), pipeline.Size(0));

        Assert.Equal(["nothing", "-1", "1", "-1"], journal.Entries);
    }

    [Fact]
    public void A_stage_runs_after_another_where_it_says_so()
    {
        var journal = new Journal();

        new Ordered(journal).Run(1);

        Assert.Equal(["open", "write", "close"], journal.Entries);
    }

    [Fact]
    public async Task A_stage_waits_for_an_asynchronous_one_that_it_comes_after()
    {
        var journal = new Journal();
        var gate = new Gate();

        var run = new OrderedAsynchronously(journal).RunAsync(gate).AsTask();
        Assert.Empty(journal.Entries);
        gate.Open(1);
        await run.OrHang();

        Assert.Equal(["write", "close"], journal.Entries);
    }

    [Pipeline]
    private sealed partial class Audited(Journal journal)
    {
        public partial Second Run(int number);

        public partial void Audit(int number);

        public partial void AuditFirst(First first);

        [Stage]
        private static First Make(int number) => new(number);

        [Stage]
        private static Second Second(First first) => new(first.Number + 1);

        [Stage]
        private static Third Third(First first) => new(first.Number + 2);

        [Stage]
        private void NoteInput(int number) => journal.Add(number == 0 ? "nothing" : "input");

        [Stage]
        private void NoteFirst(First first) => journal.Add(first.Number == 0 ? "nothing" : "first");

        [Stage]
        private void NoteSecond(Second second) => journal.Add(second.Number == 0 ? "nothing" : "second");

        [Stage]
        private void NoteThird(Third third) => journal.Add(third.Number == 0 ? "nothing" : "third");
    }

    [Pipeline]
    private sealed partial class Restricted(Journal journal)
    {
        public partial First Load(int number);

        public partial First Save(int number);

        [Stage]
        private static First First(int number) => new(number);

        [Stage]
        private void Always() => journal.Add("always");

        [Stage(Only = [nameof(Save)])]
        private void Note(First first) => journal.Add(first.Number == 0 ? "nothing" : "only");
    }

    [Pipeline]
    private sealed partial class Merging(Journal journal)
    {
        public partial First Load(int number);

        [return: From(nameof(Estimate))]
        public partial Second Guess(int number);

        [return: From(nameof(Measure), nameof(Estimate))]
        public partial Second Size(int number);

        [Stage]
        private static First First(int number) => new(number);

        [Stage]
        private static Optional<Second> Measure(First first) =>
            first.Number > 0 ? new Second(first.Number) : Optional.Skip("nothing to measure");

        [Stage]
        private static Second Estimate(First first) => new(first.Number < 0 ? 0 : -1);

        [Stage]
        private void Note([From(nameof(Measure), nameof(Estimate))] Second? second) =>
            journal.Add(second is { } size ? $"{size.Number}" : "nothing");
    }

    [Pipeline]
    private sealed partial class Slow
    {
        public partial ValueTask<First> RunAsync(Gate gate);

        [Stage]
        private static First First() => new(5);

        [Stage]
        private static async Task WriteAsync(Gate gate, First first) => _ = await gate.WaitAsync() + first.Number;
    }

    [Pipeline]
    private sealed partial class Ordered(Journal journal)
    {
        public partial void Run(int number);

        [Stage, After(nameof(Write))]
        private void Close() => journal.Add("close");

        [Stage, After("Open")]
        private void Write(int number) => journal.Add(number == 1 ? "write" : "nothing");

        [Stage]
        private void Open() => journal.Add("open");
    }

    [Pipeline]
    private sealed partial class OrderedAsynchronously(Journal journal)
    {
        public partial ValueTask RunAsync(Gate gate);

        [Stage, After(nameof(WriteAsync))]
        private void Close() => journal.Add("close");

        [Stage]
        private async Task WriteAsync(Gate gate)
        {
            await gate.WaitAsync();
            journal.Add("write");
        }
    }
}
