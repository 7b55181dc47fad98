using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Language;

/// <summary>The return types of entry points and stages.</summary>
public sealed partial class ReturnShapeTests
{
    private readonly Shapes _pipeline = new();

    [Fact]
    public void A_synchronous_entry_point_returns_its_output() => Assert.Equal(new First(1), _pipeline.Run(1));

    [Fact]
    public async Task A_value_task_gives_the_output_of_stages_of_every_shape()
    {
        var gate = new Gate();
        var run = _pipeline.ValueTaskAsync(1, gate).AsTask();
        gate.Open(10);

        Assert.Equal(new Fourth(13), await run.OrHang());
        Assert.Equal(new Fourth(13), await _pipeline.ValueTaskAsync(1, Gate.Opened(10)));
    }

    [Fact]
    public async Task A_task_gives_the_output_and_may_be_awaited_twice()
    {
        var gate = new Gate();
        var run = _pipeline.TaskAsync(1, gate);
        gate.Open(10);

        Assert.Equal(new Fourth(13), await run.OrHang());
        Assert.Equal(new Fourth(13), await run);
        Assert.Equal(new Fourth(13), await _pipeline.TaskAsync(1, Gate.Opened(10)));
    }

    [Fact]
    public void A_tuple_gives_several_outputs() => Assert.Equal((new First(1), "1"), _pipeline.Both(1));

    [Fact]
    public async Task A_tuple_may_be_given_by_a_task_and_repeats_names()
    {
        var gate = new Gate();
        var run = _pipeline.BothAsync(1, gate);
        gate.Open(10);

        var (third, first) = await run.OrHang();
        Assert.Equal((new Third(12), new First(1)), (third, first));
        Assert.Equal(new Third(12), (await _pipeline.BothAsync(1, Gate.Opened(10))).Late);
    }

    [Fact]
    public async Task Entry_points_without_output_run_effects_of_every_shape()
    {
        var journal = new Journal();
        var effects = new Effects(journal);

        effects.Run(1);
        Assert.Equal(["void 1"], journal.Entries);

        var gate = new Gate();
        var valueTask = effects.RunAsync(gate).AsTask();
        var task = effects.RunTaskAsync(gate);
        Assert.False(valueTask.IsCompleted);
        Assert.False(task.IsCompleted);
        gate.Open(2);
        await valueTask.OrHang();
        await task.OrHang();
        Assert.Equal(
            ["task 2", "task 2", "value task 2", "value task 2", "void 1"],
            journal.Entries.Order(StringComparer.Ordinal)
        );

        var before = journal.Entries.Count;
        await effects.RunAsync(Gate.Opened(3));
        await effects.RunTaskAsync(Gate.Opened(3));
        Assert.Equal(before + 4, journal.Entries.Count);
    }

    [Pipeline]
    private sealed partial class Shapes
    {
        public partial First Run(int number);

        public partial ValueTask<Fourth> ValueTaskAsync(int number, Gate gate);

        public partial Task<Fourth> TaskAsync(int number, Gate gate);

        public partial (First Number, string Text) Both(int number);

        public partial Task<(Third Late, First Early)> BothAsync(int number, Gate gate);

        [Stage]
        private static First First(int number) => new(number);

        [Stage]
        private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

        [Stage]
        private static ValueTask<Second> SecondAsync(First first) => new(new Second(first.Number + 1));

        [Stage]
        private static async Task<Third> ThirdAsync(Second second, Gate gate) =>
            new(second.Number + await gate.WaitAsync());

        [Stage]
        private static Fourth Fourth(First first, Third third) => new(first.Number + third.Number);
    }

    [Pipeline]
    private sealed partial class Effects(Journal journal)
    {
        public partial void Run(int number);

        public partial ValueTask RunAsync(Gate gate);

        public partial Task RunTaskAsync(Gate gate);

        [Stage]
        private void Note(int number) => journal.Add($"void {number}");

        [Stage]
        private async Task NoteByTaskAsync(Gate gate) => journal.Add($"task {await gate.WaitAsync()}");

        [Stage]
        private async ValueTask NoteByValueTaskAsync(Gate gate) => journal.Add($"value task {await gate.WaitAsync()}");
    }
}
