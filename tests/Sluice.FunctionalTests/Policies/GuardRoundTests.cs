using Sluice.FunctionalTests.Harness;
using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Runs that end while a guard has stages run again: the events and reports of the guard and of the earlier stages.</summary>
public sealed partial class GuardRoundTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_in_a_further_round_leaves_what_became_of_the_round_before(bool inLine)
    {
        var events = new RecordedEvents();
        var pipeline = new Rounds { FailsAt = 2 };

        var result = inLine
            ? pipeline.Run(1, new RecordingObserver(events), Never)
            : await pipeline.RunAsync(1, new RecordingObserver(events), Never);

        events.Check(guards: ["Passes"]);
        Assert.Equal("Make 2", result.Outcome.Exception?.Message);
        Assert.Equal(
            [
                ("Make", StageStatus.Failed, 2),
                ("Double", StageStatus.Completed, 1),
                ("Passes", StageStatus.Failed, 1),
                ("Last", StageStatus.NotStarted, 0),
            ],
            result.Report.Stages.Select(stage => (stage.Name, stage.Status, stage.Attempts))
        );
        Assert.Equal(2, Rounds.StagesOf(result).Double.Value);
        Assert.Equal(GuardFailureReason.NotRetried, Refusal(result.Report).Reason);
        Assert.Empty(result.Report.FurtherFailures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_does_a_caller_that_cancels_in_a_further_round(bool inLine)
    {
        var events = new RecordedEvents();
        using var source = new CancellationTokenSource();
        var pipeline = new Rounds { CancelsAt = 2, Source = source };

        var result = inLine
            ? pipeline.Run(1, new RecordingObserver(events), source.Token)
            : await pipeline.RunAsync(1, new RecordingObserver(events), source.Token);

        events.Check(guards: ["Passes"]);
        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
        Assert.Equal(
            [
                ("Make", StageStatus.Completed, 2),
                ("Double", StageStatus.Completed, 1),
                ("Passes", StageStatus.Failed, 1),
                ("Last", StageStatus.NotStarted, 0),
            ],
            result.Report.Stages.Select(stage => (stage.Name, stage.Status, stage.Attempts))
        );
        Assert.Equal("Passes", Refusal(result.Report).Guard);
    }

    [Fact]
    public async Task So_does_a_stage_beside_the_round_that_fails()
    {
        var events = new RecordedEvents();
        var (again, beside) = (new TaskCompletionSource(), new TaskCompletionSource());
        var pipeline = new Beside(again.Task, beside.Task);

        var run = pipeline.RunAsync(1, new RecordingObserver(events)).AsTask();
        await pipeline.Repeated.OrHang();
        await Task.Run(() => beside.SetException(new InvalidDataException("beside")));
        await Task.Run(again.SetResult);
        var result = await run.OrHang();

        events.Check(guards: ["Passes"]);
        Assert.Equal("beside", result.Outcome.Exception?.Message);
        Assert.Equal((StageStatus.Completed, 2), Told(result.Report, "Make"));
        Assert.Equal((StageStatus.Failed, 1), Told(result.Report, "Passes"));
        Assert.Equal((StageStatus.Failed, 1), Told(result.Report, "Other"));
        var failures = events.All.Where(runEvent => runEvent.Kind == RunEventKind.StageFailed).ToArray();
        Assert.Equal(
            [("Other", true), ("Passes", false)],
            failures.Select(failure => (failure.Stage, failure.EndsRun))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_that_was_handled_is_forgotten_when_the_stage_ends_in_a_further_round(bool inLine)
    {
        var pipeline = new Handled { PassesAt = 3 };

        var result = inLine ? pipeline.Run(1) : await pipeline.RunAsync(1);

        Assert.Equal("Try 1 failed; 2; 3", string.Join("; ", pipeline.Seen));
        Assert.True(result.IsSuccess);
        Assert.Equal((StageStatus.Completed, 3), Told(result.Report, "Try"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failure_that_was_handled_is_told_if_the_next_round_does_not_come_to_the_stage(bool inLine)
    {
        using var source = new CancellationTokenSource();
        var pipeline = new Handled { PassesAt = 3, Source = source };

        var result = inLine ? pipeline.Run(1, source.Token) : await pipeline.RunAsync(1, source.Token);

        Assert.Equal(OutcomeStatus.Cancelled, result.Outcome.Status);
        Assert.Equal((StageStatus.Failed, 1), Told(result.Report, "Try"));
        Assert.Equal("Try 1", result.Report.Stages.Single(stage => stage.Name == "Try").Error?.Message);
        Assert.Equal((StageStatus.Completed, 2), Told(result.Report, "Make"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_round_decides_anew_which_source_of_a_merge_is_taken(bool waits)
    {
        var pipeline = new Merging(waits);

        Assert.Equal("low 1, high 2, high 3", await pipeline.RunAsync(1).AsTask().OrHang());
        Assert.Equal(["low 1", "high 2", "high 3"], pipeline.Seen);
    }

    private static GuardFailedException Refusal(RunReport report) =>
        Assert.IsType<GuardFailedException>(report.Stages.Single(stage => stage.Name == "Passes").Error);

    private static (StageStatus Status, int Attempts) Told(RunReport report, string name)
    {
        var stage = report.Stages.Single(stage => stage.Name == name);
        return (stage.Status, stage.Attempts);
    }

    [Pipeline]
    private sealed partial class Rounds
    {
        public int FailsAt { get; init; }

        public int CancelsAt { get; init; }

        public CancellationTokenSource? Source { get; init; }

        [return: From(nameof(Last))]
        public partial PipelineResult<string> Run<TObserver>(int input, TObserver observer, CancellationToken token)
            where TObserver : struct, IRunObserver;

        [return: From(nameof(Last))]
        public partial ValueTask<PipelineResult<string>> RunAsync<TObserver>(
            int input,
            TObserver observer,
            CancellationToken token
        )
            where TObserver : struct, IRunObserver;

        [Stage]
        private long Make(int input, StageContext context)
        {
            if (context.Attempt == FailsAt)
            {
                throw new InvalidDataException($"Make {context.Attempt}");
            }

            if (context.Attempt == CancelsAt)
            {
                Source!.Cancel();
            }

            return context.Attempt;
        }

        [Stage]
        private static double Double([From(nameof(Make))] long made) => made * 2;

        [Stage, Guard(Retry = nameof(Make), Attempts = 4)]
        private static bool Passes([From(nameof(Double))] double doubled) => false;

        [Stage]
        private static string Last([From(nameof(Double))] double doubled) => $"{doubled}";
    }

    /// <summary>A guard refuses once. The second round waits, and so does a stage that does not depend on it.</summary>
    [Pipeline]
    private sealed partial class Beside(Task again, Task beside)
    {
        private readonly TaskCompletionSource _repeated = new();

        public Task Repeated => _repeated.Task;

        public partial ValueTask<PipelineResult<string>> RunAsync<TObserver>(int input, TObserver observer)
            where TObserver : struct, IRunObserver;

        [Stage]
        private async Task<long> MakeAsync(int input, StageContext context)
        {
            if (context.Attempt == 2)
            {
                _repeated.SetResult();
                await again.ConfigureAwait(false);
            }

            return context.Attempt;
        }

        [Stage, Guard(Retry = nameof(MakeAsync), Attempts = 4)]
        private static bool Passes(long made) => made > 1;

        [Stage]
        private async Task<short> OtherAsync(int input)
        {
            await beside.ConfigureAwait(false);
            return 1;
        }

        [Stage]
        private static string Last(long made, short other) => $"{made} {other}";
    }

    /// <summary>A stage in the round fails the first time, and the stage that takes its outcome continues.</summary>
    [Pipeline]
    private sealed partial class Handled
    {
        public int PassesAt { get; init; }

        public CancellationTokenSource? Source { get; init; }

        public List<string> Seen { get; } = [];

        [return: From(nameof(Last))]
        public partial PipelineResult<string> Run(int input, CancellationToken token = default);

        [return: From(nameof(Last))]
        public partial ValueTask<PipelineResult<string>> RunAsync(int input, CancellationToken token = default);

        [Stage]
        private long Make(int input, StageContext context)
        {
            if (context.Attempt == 2)
            {
                Source?.Cancel();
            }

            return context.Attempt;
        }

        [Stage]
        private static short Try([From(nameof(Make))] long made) =>
            made == 1 ? throw new InvalidDataException("Try 1") : (short)made;

        [Stage]
        private double Look([From(nameof(Try))] Outcome<short> tried, [From(nameof(Make))] long made)
        {
            Seen.Add(tried.Status == OutcomeStatus.Failed ? $"{tried.Exception!.Message} failed" : $"{tried.Value}");
            return made;
        }

        [Stage, Guard(Retry = nameof(Make), Attempts = 5)]
        private bool Passes([From(nameof(Look))] double looked) => looked >= PassesAt;

        [Stage]
        private static string Last([From(nameof(Look))] double looked) => $"{looked}";
    }

    /// <summary>Each round takes another branch.</summary>
    [Pipeline]
    private sealed partial class Merging(bool waits)
    {
        public List<string> Seen { get; } = [];

        [return: From(nameof(Last))]
        public partial ValueTask<string> RunAsync(int input, CancellationToken token = default);

        [Stage]
        private async ValueTask<long> MakeAsync(int input, StageContext context, CancellationToken token)
        {
            if (waits)
            {
                await Task.Yield();
            }

            return context.Attempt;
        }

        [Stage]
        private static bool IsLow([From(nameof(MakeAsync))] long made) => made < 2;

        [Stage, When(nameof(IsLow))]
        private async Task<short> LowAsync([From(nameof(MakeAsync))] long made, CancellationToken token)
        {
            if (waits)
            {
                await Task.Yield();
            }

            return (short)made;
        }

        [Stage, When(nameof(IsLow), false)]
        private async Task<int> HighAsync([From(nameof(MakeAsync))] long made, CancellationToken token)
        {
            if (waits)
            {
                await Task.Yield();
            }

            return (int)made;
        }

        [Stage]
        private static string NameLow([From(nameof(LowAsync))] short low) => $"low {low}";

        [Stage]
        private static string NameHigh([From(nameof(HighAsync))] int high) => $"high {high}";

        [Stage]
        private double Look([From(nameof(NameLow), nameof(NameHigh))] string name)
        {
            Seen.Add(name);
            return Seen.Count;
        }

        [Stage, Guard(Retry = nameof(MakeAsync), Attempts = 5)]
        private static bool Passes([From(nameof(Look))] double seen) => seen >= 3;

        [Stage]
        private string Last([From(nameof(Look))] double seen) => string.Join(", ", Seen);
    }
}
