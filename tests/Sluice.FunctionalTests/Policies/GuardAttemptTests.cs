using Sluice.Tests.Shared.Runs;

namespace Sluice.FunctionalTests.Policies;

/// <summary>Stages that guards and retries both call again have one numbering of attempts, in events, reports and contexts.</summary>
public sealed partial class GuardAttemptTests
{
    private static readonly string[] ExpectedAttempts =
    [
        "StageStarted Write 1",
        "StageRetrying Write 1",
        "StageCompleted Write 2",
        "StageStarted Check 1",
        "StageRetrying Check 1",
        "StageCompleted Check 2",
        "StageStarted Approve 1",
        "StageRetrying Approve 1",
        "StageStarted Write 3",
        "StageRetrying Write 3",
        "StageCompleted Write 4",
        "StageStarted Check 3",
        "StageRetrying Check 3",
        "StageRetrying Check 4",
        "StageStarted Write 5",
        "StageRetrying Write 5",
        "StageCompleted Write 6",
        "StageStarted Check 5",
        "StageCompleted Check 5",
        "StageStarted Approve 2",
        "StageCompleted Approve 2",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_contexts_and_reports_count_on_over_rounds_and_retries(bool inLine)
    {
        var (draft, report, events, pipeline) = await RunAsync(inLine, new Fault(round: 9));

        Assert.Equal("draft 6", draft);
        Assert.Equal([1, 2, 3, 4, 5, 6], pipeline.Attempts);
        Assert.Equal(["", "Write 1", "Approve", "Write 3", "Check", "Write 5"], pipeline.PreviousErrors);
        Assert.Equal(ExpectedAttempts, Attempts(events));
        Assert.Equal(
            [("Write", 6), ("Check", 5), ("Approve", 2)],
            report.Stages.Select(stage => (stage.Name, stage.Attempts))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stage_whose_further_round_never_came_keeps_the_attempts_it_had(bool inLine)
    {
        var (_, report, events, _) = await RunAsync(inLine, new Fault(round: 2));

        Assert.Equal(
            [("Write", StageStatus.Failed, 5), ("Check", StageStatus.Completed, 2), ("Approve", StageStatus.Failed, 1)],
            report.Stages.Select(stage => (stage.Name, stage.Status, stage.Attempts))
        );
        Assert.Equal("Approve", report.Stages.Single(stage => stage.Name == "Approve").Error?.Message);
        Assert.Equal("draft 2", Rounds.StagesOf(report).Check.Value);
        Assert.Equal(
            ["StageRetrying Approve 1", "StageFailed Approve 1"],
            Attempts(events).Where(line => line.EndsWith("Approve 1", StringComparison.Ordinal)).Skip(1)
        );
        var failure = events.All.Single(runEvent => runEvent is { Kind: RunEventKind.StageFailed, Stage: "Approve" });
        Assert.Equal("Approve", failure.Error?.Message);
        Assert.False(failure.EndsRun);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_caller_that_has_cancelled_gets_the_failure_of_the_guard_and_no_further_round(bool inLine)
    {
        using var source = new CancellationTokenSource();

        var (_, report, events, pipeline) = await RunAsync(inLine, new Fault(round: 9), source);

        Assert.Equal(2, pipeline.Attempts.Count);
        Assert.Equal(StageStatus.Failed, report.Stages.Single(stage => stage.Name == "Approve").Status);
        Assert.Equal("StageFailed Approve 1", Attempts(events)[^1]);
    }

    private static async Task<(string? Draft, RunReport Report, RecordedEvents Events, Rounds Pipeline)> RunAsync(
        bool inLine,
        Fault fault,
        CancellationTokenSource? cancelledByGuard = null
    )
    {
        var events = new RecordedEvents();
        var pipeline = new Rounds(fault, cancelledByGuard);
        var observer = new RecordingObserver(events);
        var token = cancelledByGuard?.Token ?? default;
        var result = inLine
            ? pipeline.Run("draft", observer, token)
            : await pipeline.RunAsync("draft", observer, token);
        events.Check(guards: ["Check", "Approve"]);
        return (result.IsSuccess ? result.Outcome.Value : null, result.Report, events, pipeline);
    }

    private static string[] Attempts(RecordedEvents events) =>
        [
            .. events
                .All.Where(runEvent => runEvent.Stage is not null && runEvent.Kind != RunEventKind.StageReady)
                .Select(runEvent => $"{runEvent.Kind} {runEvent.Stage} {runEvent.Attempt}"),
        ];

    /// <summary>Fails the first call of Write in each round, and all calls in one round.</summary>
    private sealed class Fault(int round)
    {
        private int _calls;
        private int _round = 1;

        public void Next()
        {
            _calls = 0;
            _round++;
        }

        public void Throw(int attempt)
        {
            if (_calls++ == 0 || _round == round)
            {
                throw new InvalidOperationException($"Write {attempt}");
            }
        }
    }

    /// <summary>A guard inside the region of another guard, with a retried stage before both.</summary>
    [Pipeline]
    private sealed partial class Rounds(Fault fault, CancellationTokenSource? cancelledByGuard)
    {
        private int _checks;
        private int _approvals;

        public List<int> Attempts { get; } = [];

        public List<string> PreviousErrors { get; } = [];

        [return: From(nameof(Approve))]
        public partial PipelineResult<string> Run<TObserver>(string topic, TObserver observer, CancellationToken token)
            where TObserver : struct, IRunObserver;

        [return: From(nameof(Approve))]
        public partial ValueTask<PipelineResult<string>> RunAsync<TObserver>(
            string topic,
            TObserver observer,
            CancellationToken token
        )
            where TObserver : struct, IRunObserver;

        [Stage, Retry(3)]
        private string Write([From("topic")] string topic, StageContext context)
        {
            Attempts.Add(context.Attempt);
            PreviousErrors.Add(context.PreviousError?.Message ?? "");
            fault.Throw(context.Attempt);
            return $"{topic} {context.Attempt}";
        }

        [Stage, Retry(2), Guard(Retry = nameof(Write), Attempts = 3)]
        private string Check([From(nameof(Write))] string draft)
        {
            switch (++_checks)
            {
                case 1:
                    throw new InvalidDataException("once more");
                case 3:
                    throw new InvalidDataException("once more");
                case 4:
                    fault.Next();
                    throw new InvalidDataException("Check");
                default:
                    return draft;
            }
        }

        [Stage, Guard(Retry = nameof(Write), Attempts = 3)]
        private string Approve([From(nameof(Check))] string draft)
        {
            if (++_approvals == 1)
            {
                cancelledByGuard?.Cancel();
                fault.Next();
                throw new InvalidDataException("Approve");
            }

            return draft;
        }
    }
}
