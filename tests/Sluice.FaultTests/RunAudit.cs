namespace Sluice.FaultTests;

/// <summary>Compares the events and the report of a run with the calls of its stages.</summary>
internal sealed class RunAudit
{
    /// <summary>
    /// Stages that are not called once for each attempt: because of a cache, a circuit, a limit or elements, or because the call does
    /// not go through the run's input.
    /// </summary>
    private static readonly string[] CalledOtherwise =
    [
        "Rates",
        "Left",
        "Right",
        "Cut",
        "Answer",
        "Split",
        "Audit",
        "Write",
        "Sign",
    ];

    private readonly FaultyRun _run;
    private readonly FaultyEnd _end;
    private readonly FaultyPipeline _pipeline;
    private readonly IReadOnlyList<StageCall> _calls;
    private readonly IReadOnlyList<RunEvent> _events;
    private readonly Dictionary<string, RunEvent> _ends = [];
    private readonly Dictionary<string, int> _attempts = [];
    private readonly List<string> _faults = [];

    private RunAudit(FaultyPipeline pipeline, FaultyRun run, FaultyEnd end, IReadOnlyList<RunEvent> events)
    {
        (_pipeline, _run, _end) = (pipeline, run, end);
        _calls = run.Calls;
        _events = [.. events.OrderBy(runEvent => runEvent.SequenceNumber)];
        foreach (var runEvent in _events.Where(runEvent => runEvent.Stage is not null))
        {
            // Includes a stage that a guard has run again, even if the run ended before the stage started again.
            _attempts[runEvent.Stage!] = Math.Max(
                _attempts.GetValueOrDefault(runEvent.Stage!),
                runEvent.Kind is RunEventKind.StageReady ? 0 : runEvent.Attempt
            );
            if (
                runEvent.Kind
                is RunEventKind.StageCompleted
                    or RunEventKind.StageFailed
                    or RunEventKind.StageCancelled
                    or RunEventKind.StageSkipped
            )
            {
                _ends[runEvent.Stage!] = runEvent;
            }
        }
    }

    /// <summary>Checks what a run did and told against what it must do and tell.</summary>
    /// <param name="pipeline">The entry point.</param>
    /// <param name="run">The run.</param>
    /// <param name="end">The end of the run as its caller saw it.</param>
    /// <param name="events">The events of the run, empty if it was not observed.</param>
    /// <param name="what">The injected fault, for the message.</param>
    /// <returns>A description of the fault and of the whole run, or <see langword="null"/> if nothing is wrong.</returns>
    public static string? FaultOf(
        FaultyPipeline pipeline,
        FaultyRun run,
        FaultyEnd end,
        IReadOnlyList<RunEvent> events,
        string what
    )
    {
        var audit = new RunAudit(pipeline, run, end, events);
        audit.CheckEnd();
        audit.CheckCalls();
        audit.CheckCleanUps();
        if (events.Count > 0)
        {
            audit.CheckEvents();
            audit.CheckStages();
            audit.CheckCompensations();
            audit.CheckToldCompensations();
            audit.CheckReport();
        }

        return audit._faults.Count == 0
            ? null
            : string.Join(
                Environment.NewLine,
                [
                    $"{pipeline.Name}, {what}:",
                    .. audit._faults,
                    $"cancelled: {run.Source.IsCancellationRequested}, deadline: {(audit._events.Count == 0 ? null : audit._events[0].Context?.Deadline):O}, ended at {(audit._events.Count == 0 ? null : audit._events[^1].Timestamp):O}",
                    $"ended with {end.Exception?.GetType().Name} '{end.Exception?.Message}' [{string.Join(' ', end.Values)}]",
                    .. audit._calls.Select(call =>
                        $"  call {call.Name} {call.Attempt} ended: {call.HasEnded} {call.Exception?.Message}"
                    ),
                    .. audit._events.Select(e =>
                        $"  {e.SequenceNumber} {e.Kind} {e.Stage} {e.Attempt} {e.Error?.GetType().Name} {e.Error?.Message} {e.Reason}"
                    ),
                ]
            );
    }

    private void Require(bool condition, string fault)
    {
        if (!condition)
        {
            _faults.Add(fault);
        }
    }

    private void CheckEnd()
    {
        var expected = _pipeline.Expected(_run.Number);
        if (_end.Exception is null)
        {
            Require(
                _end.Values.SequenceEqual(expected) || (_end.Values.Count == 0 && MaySkip),
                $"it gave [{string.Join(' ', _end.Values)}], not [{string.Join(' ', expected)}]."
            );
        }
        else
        {
            Require(
                _end.Values.SequenceEqual(expected.Take(_end.Values.Count)),
                $"it streamed [{string.Join(' ', _end.Values)}]."
            );
            Require(
                _end.Exception is not NullReferenceException and not InvalidOperationException,
                $"no stage throws what the run ended with: {_end.Exception}"
            );
        }

        Require(
            _end.Exception is not OperationCanceledException
                || _run.Source.IsCancellationRequested
                || IsFromAStage(_end.Exception)
                || _end.Exception is RunCancelledException,
            $"nobody cancelled it: {_end.Exception}"
        );
        Require(
            _run.Source.IsCancellationRequested || CancellationRegistrations.CountOf(_run.Source) == 0,
            "something is still registered with the caller's token."
        );
    }

    private bool MaySkip => _pipeline.Type == typeof(FaultyOrders) || _pipeline.Type == typeof(FaultySequence);

    private void CheckCalls()
    {
        _faults.AddRange(_run.Violations);
        foreach (var call in _calls.Where(call => !call.HasEnded))
        {
            _faults.Add($"a call of {call.Name} has not ended.");
        }

        foreach (var group in _calls.GroupBy(call => (call.Name, call.Attempt)))
        {
            Require(
                group.Key.Name is "Cut" or "Sign" or "clean-up" || group.Count() == 1,
                $"attempt {group.Key.Attempt} of {group.Key.Name} was made {group.Count()} times."
            );
        }
    }

    private void CheckCleanUps() =>
        Require(
            _run.CleanedUp.SequenceEqual(_run.CleanUps.Reverse())
                // The order in which overlapping stages register clean-ups cannot be known from outside.
                || (
                    _pipeline.Type == typeof(FaultyOrders)
                    && _run.CleanedUp.Order().SequenceEqual(_run.CleanUps.Order())
                ),
            $"registered [{string.Join(' ', _run.CleanUps)}], called [{string.Join(' ', _run.CleanedUp)}]."
        );

    private void CheckEvents()
    {
        var fault = new RunEventChecker
        {
            Guards = ["IsGood"],
            FanOuts = ["Cut"],
            Hedged = ["Ask", "Answer"],
        }.FindFault(_events);
        Require(fault is null, fault!);
        var last = _events[^1];
        Require(
            ReferenceEquals(last.Error, _end.Exception),
            $"the events say that it ended with {last.Error?.GetType().Name} '{last.Error?.Message}'."
        );
        var isCancellation =
            _end.Exception is RunCancelledException
            || (
                _end.Exception is OperationCanceledException
                && (_run.Source.IsCancellationRequested || last.Timestamp >= last.Context?.Deadline)
            );
        var expected =
            _end.Exception is null ? RunStatus.Succeeded
            : isCancellation ? RunStatus.Cancelled
            : RunStatus.Failed;
        // If a stage failed with a cancellation and the run was also cancelled before it ended, either status is right.
        Require(
            last.Status == expected || (IsAmbiguous && last.Status == RunStatus.Failed),
            $"the events say that it {last.Status}."
        );
        Require(
            _end.Exception is not null
                || _ends.Values.All(end => end.Kind is RunEventKind.StageCompleted or RunEventKind.StageSkipped),
            "it succeeded although a stage did not."
        );
    }

    private void CheckStages()
    {
        foreach (var (stage, end) in _ends)
        {
            var calls = _calls.Where(call => call.Name == stage).ToArray();
            var guess = _calls.LastOrDefault(call => call.Name == $"guess {stage}");
            switch (end.Kind)
            {
                case RunEventKind.StageCompleted:
                    Require(
                        stage is "Rates" or "Split" or "Audit" or "Write" or "Sign"
                            || guess is { HasReturned: true }
                            || calls is [.., { HasReturned: true }]
                            || (stage is "Cut" or "Ask" or "Answer" && calls.Any(call => call.HasReturned)),
                        $"{stage} has completed, which its last call did not."
                    );
                    break;
                case RunEventKind.StageFailed:
                    Require(IsKnownFailure(stage, end.Error!), $"{stage} cannot fail with {end.Error}.");
                    break;
                case RunEventKind.StageCancelled:
                    Require(
                        end.Error is OperationCanceledException
                            && (
                                _run.Source.IsCancellationRequested
                                || _end.Exception is RunCancelledException or TimeoutException
                                || _ends.Values.Any(other => other.Kind == RunEventKind.StageFailed)
                            ),
                        $"{stage} was cancelled, by nobody: {end.Error}"
                    );
                    break;
                default:
                    Require(end.Attempt > 0 || calls.Length == 0, $"{stage} was skipped and called.");
                    break;
            }

            if (!CalledOtherwise.Contains(stage) && end.Attempt > 0)
            {
                // A stage that ends while it waits for its next attempt does not make that attempt.
                var waited = end.Kind is RunEventKind.StageCancelled or RunEventKind.StageFailed ? 1 : 0;
                Require(
                    end.Attempt - calls.Length is var missing && missing >= 0 && missing <= waited,
                    $"{stage} was called {calls.Length} times in {end.Attempt} attempts."
                );
            }
        }

        foreach (var call in _calls.Where(call => !call.Name.Contains(' ', StringComparison.Ordinal)))
        {
            Require(
                call.Name is "clean-up" or "Write" or "Sign"
                    || _events.Any(runEvent =>
                        runEvent.Kind == RunEventKind.StageStarted && runEvent.Stage == call.Name
                    ),
                $"{call.Name} was called, and no event says so."
            );
        }
    }

    private bool IsKnownFailure(string stage, Exception error) =>
        IsFromAStage(error)
        || (
            error switch
            {
                TimeoutException => true,
                CircuitOpenException => stage is "Left" or "Answer",
                StageRejectedException => stage == "Right",
                GuardFailedException => stage == "IsGood",
                RetryRequestedException => stage is "Price" or "Right",
                // A run that waits for another run to compute a value fails with the exception of that run.
                InjectedException => stage is "Price" or "Right" or "Rates",
                _ => false,
            }
        );

    private bool IsAmbiguous =>
        _end.Exception is OperationCanceledException
        && IsFromAStage(_end.Exception)
        && (
            _run.Source.IsCancellationRequested
            || (_events.Count > 0 && _events[^1].Timestamp >= _events[0].Context?.Deadline)
        );

    // A run that waits for another run to compute a value fails with the exception of that run.
    private bool IsFromAStage(Exception error) =>
        error.Message == FaultyRun.ForeignCancellation || _calls.Any(call => ReferenceEquals(call.Exception, error));

    private void CheckCompensations()
    {
        foreach (var stage in new[] { "Load", "Left", "Right" })
        {
            var undone = _calls.Count(call => call.Name == $"undo {stage}");
            var isCompensated =
                stage == "Load"
                || (stage == "Right" && _pipeline.Type == typeof(FaultyOrders))
                || (stage == "Left" && _pipeline.Type != typeof(FaultyOrders));
            var hasCompleted = _ends.TryGetValue(stage, out var end) && end.Kind == RunEventKind.StageCompleted;
            var expected = isCompensated && hasCompleted && _end.Exception is not null ? 1 : 0;
            Require(undone == expected, $"{stage} was undone {undone} times, not {expected}.");
        }
    }

    private void CheckToldCompensations()
    {
        // The nested run has no observer.
        var stages = _events
            .Select(told => told.Stage)
            .Concat(_calls.Where(IsOfCompensation).Select(call => call.Name["undo ".Length..]))
            .Where(stage => stage is not (null or "Write"))
            .Distinct();
        foreach (var stage in stages)
        {
            var calls = _calls.Where(call => call.Name == $"undo {stage}").ToArray();
            var told = _events.Where(one => one.Stage == stage).ToArray();
            Require(
                told.Count(one => one.Kind == RunEventKind.CompensationStarted) == calls.Length
                    && told.Count(one => one.Kind == RunEventKind.CompensationCompleted)
                        == calls.Count(call => call.HasReturned),
                $"{stage} was undone {calls.Length} times, which is told otherwise."
            );
            Require(
                told.Where(one => one.Kind == RunEventKind.CompensationFailed)
                    .Select(one => one.Error)
                    .SequenceEqual(calls.Select(call => call.Exception).OfType<Exception>()),
                $"what undoes {stage} has not failed with what is told."
            );
        }
    }

    private static bool IsOfCompensation(StageCall call) => call.Name.StartsWith("undo ", StringComparison.Ordinal);

    private void CheckReport()
    {
        if (_end.Report is not { } report)
        {
            return;
        }

        foreach (var stage in report.Stages)
        {
            var expected = !_ends.TryGetValue(stage.Name, out var end)
                ? StageStatus.NotStarted
                : end.Kind switch
                {
                    RunEventKind.StageCompleted => StageStatus.Completed,
                    RunEventKind.StageFailed => StageStatus.Failed,
                    RunEventKind.StageCancelled => StageStatus.Cancelled,
                    _ => StageStatus.Skipped,
                };
            Require(
                stage.Status == expected || (IsAmbiguous && ReferenceEquals(stage.Error, _end.Exception)),
                $"the report says that {stage.Name} is {stage.Status}, the events {expected}."
            );
            Require(
                stage.Attempts == _attempts.GetValueOrDefault(stage.Name),
                $"the report tells of {stage.Attempts} attempts of {stage.Name}, the events of {_attempts.GetValueOrDefault(stage.Name)}."
            );
            // A stream that was not read to its end is cancelled with a separate exception that says only that.
            Require(
                ReferenceEquals(stage.Error, end.Error) || stage.Status == StageStatus.Cancelled,
                $"the report has another error of {stage.Name}: {stage.Error}"
            );
        }
    }
}
