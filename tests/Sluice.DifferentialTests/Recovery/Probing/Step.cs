using System.Globalization;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Recovery.Probing;

/// <summary>One call of a stage: all that a method of a generated pipeline does.</summary>
public sealed class Step
{
    private readonly Trial _trial;
    private readonly StepConduct _conduct;
    private readonly CancellationToken _token;

    public Step(
        Trial trial,
        int stage,
        StageContext context,
        CancellationToken token,
        CleanUpForm cleanUp,
        params Part[] given
    )
    {
        ArgumentNullException.ThrowIfNull(trial);
        (_trial, Stage, _token) = (trial, stage, token);
        (Run, Parent) = (context.RunId, context.Run.ParentRunId);
        Given = [.. given];
        Number = trial.Begin(this);
        _conduct = trial.Conduct(stage, Number);
        if (cleanUp != CleanUpForm.None)
        {
            Note(TrialEvent.CleanUpRegistered);
        }

        if (cleanUp == CleanUpForm.Synchronous)
        {
            context.OnCleanUp((Action)CleanUp);
        }
        else if (cleanUp == CleanUpForm.Asynchronous)
        {
            context.OnCleanUp(CleanUpAsync);
        }
    }

    /// <summary>The stage that is called.</summary>
    public int Stage { get; }

    /// <summary>The number of this call among all calls of the stage in the trial, from 1.</summary>
    public int Number { get; }

    /// <summary>The run that the call belongs to.</summary>
    public Guid Run { get; }

    /// <summary>The run that this run is nested in.</summary>
    public Guid? Parent { get; }

    internal IReadOnlyList<Part> Given { get; }

    public Part<T> Synchronous<T>() => End<T>();

    public async ValueTask<Part<T>> ValueTask<T>()
    {
        await WaitAsync().ConfigureAwait(false);
        return End<T>();
    }

    public Task<Part<T>> Task<T>() => ValueTask<T>().AsTask();

    public bool SynchronousVerdict() => Verdict();

    public async ValueTask<bool> ValueTaskVerdict()
    {
        await WaitAsync().ConfigureAwait(false);
        return Verdict();
    }

    public Task<bool> TaskVerdict() => ValueTaskVerdict().AsTask();

    internal void Undo(Exception failure)
    {
        Note(TrialEvent.UndoStarted, failure);
        if (_conduct.UndoFails)
        {
            throw Failed(TrialEvent.UndoFailed, "undo of");
        }

        Note(TrialEvent.UndoEnded);
    }

    internal async ValueTask UndoAsync(Exception failure)
    {
        Note(TrialEvent.UndoStarted, failure);
        if (_conduct.Timing == StepTiming.Gate)
        {
            await _trial.WaitAsync(default).ConfigureAwait(false);
        }

        if (_conduct.UndoFails)
        {
            throw Failed(TrialEvent.UndoFailed, "undo of");
        }

        Note(TrialEvent.UndoEnded);
    }

    private void CleanUp()
    {
        Note(TrialEvent.CleanUpStarted);
        if (_conduct.CleanUpFails)
        {
            throw Failed(TrialEvent.CleanUpFailed, "clean-up of");
        }

        Note(TrialEvent.CleanUpEnded);
    }

    private async ValueTask CleanUpAsync()
    {
        Note(TrialEvent.CleanUpStarted);
        if (_conduct.Timing == StepTiming.Gate)
        {
            await _trial.WaitAsync(default).ConfigureAwait(false);
        }

        if (_conduct.CleanUpFails)
        {
            throw Failed(TrialEvent.CleanUpFailed, "clean-up of");
        }

        Note(TrialEvent.CleanUpEnded);
    }

    private async ValueTask WaitAsync()
    {
        switch (_conduct.Timing)
        {
            case StepTiming.Gate:
                try
                {
                    await _trial.WaitAsync(_conduct.HonoursToken ? _token : default).ConfigureAwait(false);
                }
                catch (OperationCanceledException exception)
                {
                    Note(TrialEvent.CancelledByToken, exception);
                    throw;
                }

                break;
            case StepTiming.Yield:
                await System.Threading.Tasks.Task.Yield();
                break;
            default:
                break;
        }
    }

    private Part<T> End<T>()
    {
        Finish();
        Note(TrialEvent.Completed);
        return new Part<T>(this);
    }

    private bool Verdict()
    {
        Finish();
        var passes = _conduct.Ending != StepEnding.Refuses;
        Note(passes ? TrialEvent.Completed : TrialEvent.Refused);
        return passes;
    }

    private void Finish()
    {
        switch (_conduct.Ending)
        {
            case StepEnding.Throws:
                throw Failed(TrialEvent.Failed, "call of");
            case StepEnding.ThrowsShared:
                var shared = _trial.Shared.Of(Stage);
                Note(TrialEvent.Failed, shared);
                throw shared;
            case StepEnding.CancelsAndNotices:
                _trial.CancelCaller();
                if (_token.IsCancellationRequested)
                {
                    var cancelled = new OperationCanceledException(_token);
                    Note(TrialEvent.CancelledByToken, cancelled);
                    throw cancelled;
                }

                break;
            case StepEnding.CancelsUnnoticed:
                _trial.CancelCaller();
                break;
            default:
                break;
        }
    }

    private StageFailedException Failed(TrialEvent kind, string what)
    {
        var exception = new StageFailedException(
            string.Create(CultureInfo.InvariantCulture, $"{what} S{Stage}#{Number} in trial {_trial.Number}")
        );
        Note(kind, exception);
        return exception;
    }

    private void Note(TrialEvent kind, Exception? exception = null) =>
        _trial.Note(new TrialEntry(kind, this, exception));
}
