using Sluice.CompilerServices;
using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.Runs;

public sealed class RunEventCheckerTests
{
    private const int Load = 0;
    private const int Check = 1;
    private const int Store = 2;
    private static readonly ReportedStages Stages = new("Shop.Checkout", ["Load", "Check", "Store"], [0, 1, 2]);
    private static readonly InvalidOperationException Error = new("No.");
    private static readonly GuardSettings Guard = new("Check", Check, [Load], 3, TimeSpan.Zero, needsProgress: false);

    [Fact]
    public void A_run_with_retries_progress_skips_and_a_failure_that_is_handled_is_well_formed()
    {
        var events = Record(run =>
        {
            Run(run, Load, () => run.Retrying(Load, 1, TimeSpan.FromSeconds(1), Error));
            run.Ready(Check);
            run.Started(Check);
            run.Stage(Check, default).ReportProgress(0.5);
            run.Stage(Check, default).Publish("found");
            run.Failed(Check, Error, isCancellation: false);
            run.Skipped(Store, "not asked for", hasStarted: false);
            run.Close(null, isCancellation: false);
        });

        RunEventChecker.Check(events.Reverse());
    }

    [Fact]
    public void A_run_that_fails_may_leave_stages_ready_that_never_start()
    {
        var events = Record(run =>
        {
            run.Ready(Load);
            run.Ready(Check);
            run.Started(Check);
            run.Failed(Check, Error, isCancellation: false);
            run.Close(Error, isCancellation: false);
        });

        RunEventChecker.Check(events);
    }

    [Fact]
    public void A_run_that_succeeds_leaves_no_stage_ready() =>
        AssertFault(
            "has neither run nor been skipped",
            run =>
            {
                run.Ready(Load);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void A_guard_has_the_stages_that_it_guards_run_again()
    {
        var events = Record(GuardedRun);

        new RunEventChecker { Guards = ["Check"] }.CheckRun(events);
    }

    [Fact]
    public void A_run_may_fail_before_the_guard_that_asked_for_another_round_is_called_again()
    {
        var events = Record(run =>
        {
            Run(run, Load);
            run.Ready(Check);
            run.Calling(Check);
            run.Started(Check);
            run.RunAgain(Guard, Error);
            run.Ready(Load);
            run.Calling(Load);
            run.Started(Load);
            run.Failed(Load, Error, isCancellation: false);
            run.Close(Error, isCancellation: false);
        });

        new RunEventChecker { Guards = ["Check"] }.CheckRun(events);
    }

    [Fact]
    public void Without_a_guard_no_stage_runs_twice()
    {
        var fault = new RunEventChecker().FindFault(Record(GuardedRun));

        Assert.Contains("no guard has had it run again", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_count_their_attempts_apart()
    {
        var events = Record(run =>
        {
            Run(
                run,
                Load,
                () =>
                {
                    run.Retrying(Load, 1, default, Error);
                    run.Retrying(Load, 1, default, Error);
                    run.Retrying(Load, 2, default, Error);
                }
            );
            run.Close(null, isCancellation: false);
        });

        new RunEventChecker { FanOuts = ["Load"] }.CheckRun(events);
        Assert.Contains(
            "cannot have been the next to fail",
            new RunEventChecker().FindFault(events),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_element_does_not_fail_for_the_second_time_before_one_has_failed_once()
    {
        var events = Record(run =>
        {
            Run(run, Load, () => run.Retrying(Load, 2, default, Error));
            run.Close(null, isCancellation: false);
        });

        Assert.NotNull(new RunEventChecker { FanOuts = ["Load"] }.FindFault(events));
    }

    [Fact]
    public void A_stage_is_undone_when_all_have_ended()
    {
        var events = Record(run =>
        {
            RunUndone(run, Load);
            RunUndone(run, Check);
            Assert.True(run.TryTakeCompensable(Error, out var stage));
            run.Stage(stage, default).ReportProgress(0.5);
            Assert.True(run.TryTakeCompensable(Error, out _));
            run.CompensationFailed(new InvalidTimeZoneException());
            Assert.False(run.TryTakeCompensable(Error, out _));
            run.Close(Error);
        });

        RunEventChecker.Check(events);
        Assert.Equal(
            [
                "CompensationStarted Check",
                "StageProgressed Check",
                "CompensationCompleted Check",
                "CompensationStarted Load",
                "CompensationFailed Load",
                "RunCompleted ",
            ],
            events.OrderBy(told => told.SequenceNumber).TakeLast(6).Select(told => $"{told.Kind} {told.Stage}")
        );
    }

    [Fact]
    public void None_is_undone_while_another_is_under_way() =>
        AssertFault(
            "Check has started and not ended",
            run =>
            {
                RunUndone(run, Load);
                run.Ready(Check);
                run.Started(Check);
                run.TryTakeCompensable(Error, out _);
                run.Close(Error);
            }
        );

    [Fact]
    public void None_runs_when_one_has_been_undone() =>
        AssertFault(
            "stages have been undone already",
            run =>
            {
                RunUndone(run, Load);
                run.TryTakeCompensable(Error, out _);
                run.Ready(Check);
                run.Close(Error);
            }
        );

    [Fact]
    public void None_is_undone_that_has_not_ended_well() =>
        AssertFault(
            "attempt 1 has not ended well",
            run =>
            {
                run.Ready(Load);
                run.Started(Load);
                run.Failed(Load, Error, isCancellation: false);
                run.Compensable(Load);
                run.TryTakeCompensable(Error, out _);
                run.Close(Error);
            }
        );

    [Fact]
    public void None_is_undone_twice() =>
        AssertFault(
            "was undone before",
            run =>
            {
                RunUndone(run, Load);
                run.Compensable(Load);
                while (run.TryTakeCompensable(Error, out _)) { }
                run.Close(Error);
            }
        );

    [Fact]
    public void What_undoes_a_stage_ends_before_the_run() =>
        AssertFault(
            "still being undone",
            run =>
            {
                RunUndone(run, Load);
                run.TryTakeCompensable(Error, out _);
                run.Close(Error);
            }
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Stages_are_undone_for_what_the_run_ends_with(bool succeeds) =>
        AssertFault(
            "for something else than what the run has ended with",
            run =>
            {
                RunUndone(run, Load);
                while (run.TryTakeCompensable(new InvalidDataException(), out _)) { }
                run.Close(succeeds ? null : Error);
            }
        );

    [Fact]
    public void A_stage_must_be_ready_before_it_starts() =>
        AssertFault(
            "was not ready",
            run =>
            {
                run.Started(Load);
                run.Completed(Load, 1);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void A_stage_must_start_before_it_ends() =>
        AssertFault(
            "not under way",
            run =>
            {
                run.Ready(Load);
                run.Completed(Load, 1);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void A_stage_ends_once() =>
        AssertFault(
            "not under way",
            run =>
            {
                Run(run, Load);
                run.Completed(Load, 1);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void A_stage_that_has_run_is_not_skipped() =>
        AssertFault(
            "has run or was skipped already",
            run =>
            {
                Run(run, Load);
                run.Skipped(Load, "late", hasStarted: false);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void Nothing_is_under_way_when_the_run_ends() =>
        AssertFault(
            "has started and not ended",
            run =>
            {
                run.Ready(Load);
                run.Started(Load);
                run.Close(Error, isCancellation: false);
            }
        );

    [Fact]
    public void A_retry_belongs_to_a_stage_that_is_under_way() =>
        AssertFault(
            "not under way",
            run =>
            {
                Run(run, Load);
                run.Retrying(Load, 1, default, Error);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void Attempts_fail_one_after_the_other() =>
        AssertFault(
            "cannot have been the next to fail",
            run =>
            {
                Run(
                    run,
                    Load,
                    () =>
                    {
                        run.Retrying(Load, 1, default, Error);
                        run.Retrying(Load, 1, default, Error);
                    }
                );
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void A_run_that_was_cancelled_has_an_exception_that_says_so() =>
        AssertFault("no exception that says so", run => run.Close(Error, isCancellation: true));

    [Fact]
    public void A_run_in_which_a_stage_was_cancelled_does_not_succeed() =>
        AssertFault(
            "was cancelled, and the run succeeded",
            run =>
            {
                run.Ready(Load);
                run.Started(Load);
                run.Failed(Load, new OperationCanceledException(), isCancellation: true);
                run.Close(null, isCancellation: false);
            }
        );

    [Fact]
    public void A_stage_that_is_skipped_has_a_reason() =>
        AssertFault(
            "not said why",
            run =>
            {
                run.Skipped(Load, null, hasStarted: false);
                run.Close(null, isCancellation: false);
            }
        );

    public static TheoryData<string, string> WrongEvents =>
        new()
        {
            { "missing", "missing or given twice" },
            { "twice", "missing or given twice" },
            { "no start", "missing or given twice" },
            { "no end", "where the run must start or end" },
            { "another run", "of another run" },
            { "another pipeline", "of another entry point" },
            { "another name", "was called Load before" },
            { "lower attempt", "cannot have been the last" },
            { "negative", "duration is negative" },
            { "two ends", "after the end of the run" },
            { "two starts", "a run starts once" },
            { "late stage", "after the end of the run" },
            { "status", "status before it has ended" },
            { "no status", "the status of a run that has ended is Running" },
            { "no duration", "has no duration" },
            { "error", "completed with an error" },
        };

    [Theory]
    [MemberData(nameof(WrongEvents))]
    public void A_sequence_with_one_wrong_event_is_not_well_formed(string change, string fault)
    {
        // Event 1: run started, 2: ready, 3: started, 4: completed, 5: run completed.
        var events = Record(run =>
            {
                Run(run, Load);
                run.Close(null, isCancellation: false);
            })
            .ToList();
        Assert.Null(new RunEventChecker().FindFault(events));

        switch (change)
        {
            case "missing":
                events.RemoveAt(2);
                break;
            case "twice":
                events.Add(events[2]);
                break;
            case "no start":
                events.RemoveAt(0);
                break;
            case "no end":
                events.RemoveAt(4);
                break;
            case "another run":
                events[3] = events[3] with { RunId = Guid.NewGuid() };
                break;
            case "another pipeline":
                events[3] = events[3] with { Pipeline = "Shop.Returns" };
                break;
            case "another name":
                events[3] = events[3] with { Stage = "Check" };
                break;
            case "lower attempt":
                events[3] = events[3] with { Attempt = 2 };
                break;
            case "negative":
                events[3] = events[3] with { Duration = TimeSpan.FromTicks(-1) };
                break;
            case "two ends":
                events.Add(events[4] with { SequenceNumber = 6 });
                break;
            case "two starts":
                events[1] = events[0] with { SequenceNumber = 2 };
                break;
            case "late stage":
                events[3] = events[4] with { SequenceNumber = 4 };
                events[4] = events[1] with { SequenceNumber = 5 };
                break;
            case "status":
                events[3] = events[3] with { Status = RunStatus.Succeeded };
                break;
            case "no status":
                events[4] = events[4] with { Status = RunStatus.Running };
                break;
            case "no duration":
                events[3] = events[3] with { Duration = null };
                break;
            default:
                events[3] = events[3] with { Error = Error };
                break;
        }

        Assert.Contains(fault, new RunEventChecker().FindFault(events), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_events_is_not_well_formed() => Assert.NotNull(new RunEventChecker().FindFault([]));

    [Fact]
    public void A_run_that_only_starts_is_not_well_formed() =>
        AssertFault("not that the run has ended", static _ => { });

    private static void GuardedRun(ObservedRun<RecordingObserver> run)
    {
        Run(run, Load);
        run.Ready(Check);
        run.Calling(Check);
        run.Started(Check);
        run.RunAgain(Guard, Error);
        Run(run, Load);
        Run(run, Check);
        Run(run, Store);
        run.Close(null, isCancellation: false);
    }

    private static void RunUndone(ObservedRun<RecordingObserver> run, int stage)
    {
        Run(run, stage);
        run.Compensable(stage);
    }

    private static void Run(ObservedRun<RecordingObserver> run, int stage, Action? inside = null)
    {
        run.Ready(stage);
        run.Calling(stage);
        run.Started(stage);
        inside?.Invoke();
        run.Completed(stage, stage);
    }

    private static void AssertFault(string fault, Action<ObservedRun<RecordingObserver>> steps) =>
        Assert.Contains(fault, new RunEventChecker().FindFault(Record(steps)), StringComparison.Ordinal);

    private static IReadOnlyList<RunEvent> Record(Action<ObservedRun<RecordingObserver>> steps)
    {
        var events = new RecordedEvents();
        var run = RunScope.Observe(Stages, "RunAsync", events.Observer, null, isSynchronous: true, default);
        steps(run);
        return events.All;
    }
}
