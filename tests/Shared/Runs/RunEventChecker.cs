using Xunit;

namespace Sluice.Tests.Shared.Runs;

/// <summary>Checks that the events of a run are well formed, by a small state machine for the run and one for each stage.</summary>
internal sealed class RunEventChecker
{
    private readonly Dictionary<int, CheckedStage> _stages = [];

    // The exception that ends the run, known once the first compensation starts.
    private Exception? _cause;

    /// <summary>The names of the guards that make stages run again. After a retry of a guard, stages may start again.</summary>
    public IReadOnlyCollection<string> Guards { get; init; } = [];

    /// <summary>The names of the stages that run once for each element. Each element counts its own attempts.</summary>
    public IReadOnlyCollection<string> FanOuts { get; init; } = [];

    /// <summary>The names of the hedged stages. A second attempt that starts while the first is under way has no event.</summary>
    public IReadOnlyCollection<string> Hedged { get; init; } = [];

    /// <summary>Fails the test unless the events, in any order, are those of one complete run.</summary>
    public static void Check(IEnumerable<RunEvent> events) => new RunEventChecker().CheckRun(events);

    /// <summary>Fails the test unless the events, in any order, are those of one complete run.</summary>
    public void CheckRun(IEnumerable<RunEvent> events)
    {
        var inOrder = events.OrderBy(runEvent => runEvent.SequenceNumber).ToArray();
        if (FindFault(inOrder) is { } fault)
        {
            var lines = inOrder.Select(runEvent =>
                $"  {runEvent.SequenceNumber} {runEvent.Kind} {runEvent.Stage} attempt {runEvent.Attempt} {runEvent.Error?.GetType().Name}"
            );
            Assert.Fail(string.Join(Environment.NewLine, [fault, .. lines]));
        }
    }

    /// <summary>Looks for a fault in the events of a run.</summary>
    /// <returns>A description of the first fault, or <see langword="null"/>.</returns>
    public string? FindFault(IEnumerable<RunEvent> events)
    {
        _stages.Clear();
        _cause = null;
        var inOrder = events.OrderBy(runEvent => runEvent.SequenceNumber).ToArray();
        if (inOrder.Length == 0)
        {
            return "There is no event.";
        }

        for (var index = 0; index < inOrder.Length; index++)
        {
            var runEvent = inOrder[index];
            var fault = FaultOfIdentity(in runEvent, in inOrder[0], index + 1);
            fault ??= runEvent.Stage is null
                ? FaultOfRun(in runEvent, isFirst: index == 0, isLast: index == inOrder.Length - 1)
                : FaultOfStage(in runEvent, isInside: index > 0 && index < inOrder.Length - 1);
            if (fault is not null)
            {
                return $"Event {runEvent.SequenceNumber} ({runEvent.Kind} {runEvent.Stage}): {fault}";
            }
        }

        return inOrder[^1].Kind == RunEventKind.RunCompleted
            ? null
            : $"The last event is {inOrder[^1].Kind}, and not that the run has ended.";
    }

    private static string? FaultOfIdentity(in RunEvent runEvent, in RunEvent first, int number) =>
        runEvent.SequenceNumber != number ? $"number {number} is missing or given twice."
        : runEvent.RunId != first.RunId ? "it is of another run."
        : runEvent.Pipeline != first.Pipeline || runEvent.EntryPoint != first.EntryPoint
            ? "it is of another entry point."
        : runEvent.Context is { } context && context.RunId != runEvent.RunId ? "its context is of another run."
        : runEvent.Duration < TimeSpan.Zero ? "its duration is negative."
        : null;

    private string? FaultOfRun(in RunEvent runEvent, bool isFirst, bool isLast)
    {
        if (runEvent.StageIndex != -1)
        {
            return "it has the index of a stage, and no name.";
        }

        switch (runEvent.Kind)
        {
            case RunEventKind.RunStarted:
                return !isFirst ? "a run starts once."
                    : runEvent.Status != RunStatus.Running ? "the run has a status before it has ended."
                    : null;
            case RunEventKind.RunCompleted:
                return isFirst ? "the run ends before it has started."
                    : !isLast ? "there are events after the end of the run."
                    : FaultOfEnd(in runEvent);
            default:
                return "it says nothing of which stage it is.";
        }
    }

    private string? FaultOfEnd(in RunEvent runEvent)
    {
        if (runEvent.Duration is null)
        {
            return "it has no duration.";
        }

        var fault = runEvent.Status switch
        {
            RunStatus.Succeeded => runEvent.Error is null ? null : "the run has succeeded with an error.",
            RunStatus.Failed => runEvent.Error is not null ? null : "the run has failed without an error.",
            RunStatus.Cancelled => runEvent.Error is OperationCanceledException
                ? null
                : "the run was cancelled with no exception that says so.",
            _ => $"the status of a run that has ended is {runEvent.Status}.",
        };
        var status = runEvent.Status;
        if (_cause is not null && !ReferenceEquals(_cause, runEvent.Error))
        {
            return "stages were undone for something else than what the run has ended with.";
        }

        fault ??= _stages.Values.Any(stage => stage.IsBeingUndone) ? "a stage is still being undone." : null;
        return fault
            ?? _stages.Values.Select(stage => stage.FaultAtEndOfRun(status)).FirstOrDefault(found => found is not null);
    }

    private string? FaultOfStage(in RunEvent runEvent, bool isInside)
    {
        if (!isInside || runEvent.Kind is RunEventKind.RunStarted or RunEventKind.RunCompleted)
        {
            return "it is of a stage where the run must start or end.";
        }

        if (runEvent.StageIndex < 0)
        {
            return "it has the name of a stage, and no index.";
        }

        if (runEvent.Status != RunStatus.Running)
        {
            return "the run has a status before it has ended.";
        }

        if (!_stages.TryGetValue(runEvent.StageIndex, out var stage))
        {
            var name = runEvent.Stage!;
            stage = new CheckedStage(name, Guards.Contains(name), FanOuts.Contains(name), Hedged.Contains(name));
            _stages.Add(runEvent.StageIndex, stage);
        }

        var fault = FaultOfCompensation(in runEvent, stage) ?? stage.Take(in runEvent);
        if (fault is null && stage.IsGuard && runEvent.Kind == RunEventKind.StageRetrying)
        {
            foreach (var other in _stages.Values)
            {
                other.MayRunAgain = true;
            }
        }

        return fault;
    }

    // Compensations run one after the other, after all stages have ended.
    private string? FaultOfCompensation(in RunEvent runEvent, CheckedStage stage)
    {
        if (runEvent.Kind == RunEventKind.CompensationStarted)
        {
            _cause ??= runEvent.Error;
            return !ReferenceEquals(_cause, runEvent.Error) ? "another was undone for something else."
                : _stages.Values.Any(other => other.IsBeingUndone) ? "another is being undone."
                : _stages
                    .Values.Select(other => other.FaultAtEndOfRun(RunStatus.Failed))
                    .FirstOrDefault(found => found is not null);
        }

        return _cause is null || stage.IsBeingUndone ? null : "stages have been undone already.";
    }
}
