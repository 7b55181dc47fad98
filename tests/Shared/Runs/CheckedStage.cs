namespace Sluice.Tests.Shared.Runs;

/// <summary>The state of a stage according to the events of its run.</summary>
internal sealed class CheckedStage(string name, bool isGuard, bool isFanOut, bool isHedged)
{
    private readonly List<int> _failedAttempts = [];
    private readonly List<int> _completedAttempts = [];
    private Position _position;
    private int _undoneAttempt;
    private int _attemptsMade;
    private int _startedAttempt;
    private bool _wasCancelled;

    private enum Position
    {
        Waiting,
        Ready,
        UnderWay,
        Ended,
    }

    /// <summary>Whether the stage is a guard whose retry lets other stages run again.</summary>
    public bool IsGuard => isGuard;

    /// <summary>Whether a guard has not yet passed since the stage ended.</summary>
    public bool MayRunAgain { get; set; }

    /// <summary>Whether the stage's compensation is under way.</summary>
    public bool IsBeingUndone => _undoneAttempt > 0;

    /// <summary>Processes the next event.</summary>
    /// <returns>A description of the fault in the event, or <see langword="null"/>.</returns>
    public string? Take(in RunEvent runEvent) =>
        runEvent.Stage != name ? $"stage {runEvent.StageIndex} was called {name} before."
        : runEvent.Kind == RunEventKind.StageReady ? TakeReady()
        : runEvent.Kind == RunEventKind.StageStarted ? TakeStart(in runEvent)
        : runEvent.Kind == RunEventKind.StageSkipped && runEvent.Attempt == 0 ? TakeSkip(in runEvent)
        : runEvent.Kind == RunEventKind.CompensationStarted ? TakeCompensation(in runEvent)
        : runEvent.Kind is RunEventKind.CompensationCompleted or RunEventKind.CompensationFailed
            ? TakeEndOfCompensation(in runEvent)
        : _position != Position.UnderWay
        && !(IsAskedAgain && runEvent.Kind == RunEventKind.StageFailed)
        && !(IsBeingUndone && (runEvent.Kind is RunEventKind.StageProgressed or RunEventKind.StagePublished))
            ? "the stage is not under way."
        : runEvent.Kind switch
        {
            RunEventKind.StageRetrying => TakeRetry(in runEvent),
            RunEventKind.StageProgressed => runEvent.Progress is >= 0 and <= 1
                ? null
                : "progress is a part from 0 to 1.",
            RunEventKind.StagePublished => runEvent.Name is not null ? null : "what was published has no name.",
            _ => TakeEnd(in runEvent),
        };

    /// <summary>Describes the fault in the stage's state at the end of its run, or returns <see langword="null"/>.</summary>
    public string? FaultAtEndOfRun(RunStatus status) =>
        _position == Position.UnderWay || IsAskedAgain ? $"{name} has started and not ended."
        : _wasCancelled && status == RunStatus.Succeeded ? $"{name} was cancelled, and the run succeeded."
        : _position == Position.Ready && status == RunStatus.Succeeded
            ? $"{name} was ready and has neither run nor been skipped, although the run succeeded."
        : null;

    // A guard that had stages run again is suspended until they have ended.
    private bool WaitsForWhatItGuards => isGuard && _position == Position.UnderWay && MayRunAgain;

    // A guard that had stages run again is ready for the next round, but has not ended the previous one.
    private bool IsAskedAgain => isGuard && _position == Position.Ready && _failedAttempts.Count > 0;

    private string? TakeReady()
    {
        if (_position == Position.UnderWay ? !WaitsForWhatItGuards : _position != Position.Waiting && !MayRunAgain)
        {
            return "the stage was ready before, and no guard has had it run again.";
        }

        _attemptsMade = _startedAttempt + _failedAttempts.Count - (_position == Position.UnderWay ? 1 : 0);
        _position = Position.Ready;
        MayRunAgain = false;
        return null;
    }

    private string? TakeStart(in RunEvent runEvent)
    {
        if (_position != Position.Ready)
        {
            return "the stage was not ready.";
        }

        if (_startedAttempt == 0 ? runEvent.Attempt != 1 : runEvent.Attempt <= _attemptsMade)
        {
            return $"attempt {runEvent.Attempt} cannot be the next after {_attemptsMade}.";
        }

        _position = Position.UnderWay;
        _startedAttempt = runEvent.Attempt;
        _failedAttempts.Clear();
        return null;
    }

    // A stage that is known not to be demanded is skipped even if its dependencies have not settled.
    private string? TakeSkip(in RunEvent runEvent)
    {
        if (_position == Position.UnderWay ? !WaitsForWhatItGuards : _position == Position.Ended && !MayRunAgain)
        {
            return "the stage has run or was skipped already.";
        }

        _position = Position.Ended;
        MayRunAgain = false;
        return runEvent.Reason is null ? "it is not said why the stage was skipped." : null;
    }

    private string? TakeRetry(in RunEvent runEvent)
    {
        if (runEvent.Error is null || runEvent.RetryDelay is not { Ticks: >= 0 } || runEvent.Duration is null)
        {
            return "an error, a delay or a duration is missing.";
        }

        var isNext =
            isFanOut ? IsNextOfAnElement(runEvent.Attempt)
            : isHedged ? IsOneOfTheNextTwo(runEvent.Attempt)
            : _failedAttempts.Count > 0 ? runEvent.Attempt == _failedAttempts[^1] + 1
            : runEvent.Attempt == _startedAttempt;
        _failedAttempts.Add(runEvent.Attempt);
        return isNext ? null : $"attempt {runEvent.Attempt} cannot have been the next to fail.";
    }

    private bool IsOneOfTheNextTwo(int attempt) =>
        attempt - (_failedAttempts.Count > 0 ? _failedAttempts[^1] : _startedAttempt - 1) is 1 or 2;

    // An n-th attempt can fail only for elements whose attempt n - 1 failed.
    private bool IsNextOfAnElement(int attempt) =>
        attempt == 1
        || (
            attempt > 1
            && _failedAttempts.Count(failed => failed == attempt)
                < _failedAttempts.Count(failed => failed == attempt - 1)
        );

    // Each completed attempt is compensated once, the last one first.
    private string? TakeCompensation(in RunEvent runEvent)
    {
        var attempt = runEvent.Attempt;
        var index = _completedAttempts.IndexOf(attempt);
        if (index < 0 || runEvent.Error is null)
        {
            return index < 0 ? $"attempt {attempt} has not ended well, or was undone before." : "it is not said why.";
        }

        _undoneAttempt = attempt;
        var isLast = index == _completedAttempts.Count - 1;
        _completedAttempts.RemoveRange(index, _completedAttempts.Count - index);
        return isLast ? null : $"attempt {attempt} is undone before one that ended after it.";
    }

    private string? TakeEndOfCompensation(in RunEvent runEvent)
    {
        var undone = _undoneAttempt;
        _undoneAttempt = 0;
        return undone == 0 || runEvent.Attempt != undone ? $"attempt {runEvent.Attempt} is not being undone."
            : runEvent.Duration is null ? "it has no duration."
            : runEvent.Kind == RunEventKind.CompensationFailed && runEvent.Error is null ? "it is not said with what."
            : runEvent.Kind == RunEventKind.CompensationCompleted && runEvent.Error is not null
                ? "the stage was undone with an error."
            : null;
    }

    private string? TakeEnd(in RunEvent runEvent)
    {
        // A round that a guard requested may end before it reaches the guard.
        var isRefusal = runEvent.Kind == RunEventKind.StageFailed && (WaitsForWhatItGuards || IsAskedAgain);
        var made =
            isHedged && IsOneOfTheNextTwo(runEvent.Attempt)
                ? runEvent.Attempt
                : _startedAttempt + _failedAttempts.Count;
        _position = Position.Ended;
        if (runEvent.Kind == RunEventKind.StageCompleted)
        {
            _completedAttempts.Add(runEvent.Attempt);
        }

        _wasCancelled = runEvent.Kind == RunEventKind.StageCancelled;
        MayRunAgain = false;
        return runEvent.Duration is null ? "it has no duration."
            : runEvent.Attempt != made && !(isRefusal && runEvent.Attempt == made - 1)
                ? $"attempt {runEvent.Attempt} cannot have been the last, after {_failedAttempts.Count} that failed."
            : runEvent.Kind switch
            {
                RunEventKind.StageCompleted => runEvent.Error is null ? null : "the stage has completed with an error.",
                RunEventKind.StageSkipped => runEvent.Reason is not null
                    ? null
                    : "it is not said why there is nothing.",
                _ => runEvent.Error is not null ? null : "it is not said with what.",
            };
    }
}
