using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Compensations;

/// <summary>The events of stages that guards have run again: each completion is compensated, and reported, separately.</summary>
public sealed partial class CompensatedRoundEventTests
{
    private static readonly string[] Expected =
    [
        "CompensationStarted Write 3",
        "CompensationCompleted Write 3",
        "CompensationStarted Write 2",
        "CompensationFailed Write 2",
        "CompensationStarted Write 1",
        "CompensationCompleted Write 1",
    ];

    private readonly RecordedEvents _events = new();
    private readonly WrittenLines _written = new();

    [Fact]
    public void Where_nothing_waits()
    {
        var observer = RunObservers.Combine(_events.Observer, _written.Observer);

        var thrown = Assert.Throws<InvalidDataException>(() => new Straight().Run(1, observer));

        AssertTold(thrown);
    }

    [Fact]
    public async Task Where_stages_wait_one_after_the_other()
    {
        var observer = RunObservers.Combine(_events.Observer, _written.Observer);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => new Waiting().RunAsync(1, observer).AsTask());

        AssertTold(thrown);
    }

    [Fact]
    public async Task Where_stages_overlap()
    {
        var observer = RunObservers.Combine(_events.Observer, _written.Observer);

        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() =>
            new Overlapping().RunAsync(1, observer).AsTask()
        );

        AssertTold(thrown);
    }

    [Fact]
    public async Task A_guard_whose_further_round_fails_has_ended_before_stages_are_undone()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => new FailingAgain().RunAsync(1, _events.Observer).AsTask());

        _events.Check(guards: ["IsGood"]);
        Assert.Equal(
            [
                "StageFailed IsGood 1",
                "CompensationStarted Write 2",
                "CompensationCompleted Write 2",
                "CompensationStarted Check 1",
                "CompensationCompleted Check 1",
                "CompensationStarted Write 1",
                "CompensationCompleted Write 1",
                "RunCompleted  0",
            ],
            _events.All.Select(told => $"{told.Kind} {told.Stage} {told.Attempt}").TakeLast(8)
        );
    }

    private void AssertTold(Exception thrown)
    {
        _events.Check(guards: ["IsGood"]);
        var told = _events.All.Where(one => one.Kind >= RunEventKind.CompensationStarted).ToArray();
        Assert.Equal(Expected, told.Select(one => $"{one.Kind} {one.Stage} {one.Attempt}"));
        Assert.Equal([told[3].Error!], RunFailure.Of(thrown)!.FurtherFailures);

        var stage = _written.Stage("Write");
        Assert.Equal("failed", stage.GetProperty("compensation").GetString());
        Assert.Equal(3, stage.GetProperty("compensations").GetInt32());
        Assert.Equal(2, _written.Run().GetProperty("compensations_completed").GetInt32());
        Assert.Equal(1, _written.Run().GetProperty("compensations_failed").GetInt32());
    }

    private static void Undo(string output)
    {
        if (output == "2")
        {
            throw new InvalidOperationException(output);
        }
    }

    [Pipeline]
    private sealed partial class Straight
    {
        private int _calls;

        public partial long Run<TObserver>(int number, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(Undo))]
        private string Write(int number) => $"{number + _calls++}";

        private static void Undo(string output) => CompensatedRoundEventTests.Undo(output);

        [Stage, Guard(Retry = nameof(Write))]
        private static bool IsGood(string draft) => draft == "3";

        [Stage]
        private static long Publish(string draft) => throw new InvalidDataException(draft);
    }

    [Pipeline]
    private sealed partial class FailingAgain
    {
        private int _calls;

        public partial ValueTask<long> RunAsync<TObserver>(int number, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(Undo))]
        private async ValueTask<string> WriteAsync(int number)
        {
            await Task.Yield();
            return $"{number + _calls++}";
        }

        [Stage, Compensate(nameof(Undo))]
        private static double Check(string draft) => draft == "2" ? throw new InvalidDataException(draft) : 1;

        private static void Undo() { }

        [Stage, Guard(Retry = nameof(WriteAsync))]
        private static bool IsGood(double check) => check > 1;

        [Stage]
        private static long Publish(double check) => (long)check;
    }

    [Pipeline]
    private sealed partial class Waiting
    {
        private int _calls;

        public partial ValueTask<long> RunAsync<TObserver>(int number, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(UndoAsync))]
        private async ValueTask<string> WriteAsync(int number)
        {
            await Task.Yield();
            return $"{number + _calls++}";
        }

        private static async ValueTask UndoAsync(string output)
        {
            await Task.Yield();
            Undo(output);
        }

        [Stage, Guard(Retry = nameof(WriteAsync))]
        private static bool IsGood(string draft) => draft == "3";

        [Stage]
        private static long Publish(string draft) => throw new InvalidDataException(draft);
    }

    [Pipeline]
    private sealed partial class Overlapping
    {
        private int _calls;

        public partial ValueTask<long> RunAsync<TObserver>(int number, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage, Compensate(nameof(UndoAsync))]
        private async ValueTask<string> WriteAsync(int number)
        {
            await Task.Yield();
            return $"{number + _calls++}";
        }

        private static async Task UndoAsync(string output)
        {
            await Task.Yield();
            Undo(output);
        }

        [Stage]
        private static async ValueTask<double> BesideAsync(int number)
        {
            await Task.Yield();
            return number;
        }

        [Stage, Guard(Retry = nameof(WriteAsync))]
        private static bool IsGood(string draft) => draft == "3";

        [Stage]
        private static long Publish(string draft, double beside) => throw new InvalidDataException($"{draft} {beside}");
    }
}
