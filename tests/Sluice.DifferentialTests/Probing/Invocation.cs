using System.Globalization;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Probing;

/// <summary>One call of a stage: the body of every stage of a random pipeline.</summary>
public sealed class Invocation
{
    private readonly Run _run;
    private readonly CancellationToken _token;
    private readonly List<string> _texts;

    /// <param name="stage">The stage.</param>
    /// <param name="arguments">The arguments for its parameters.</param>
    /// <param name="run">The run; otherwise it is that of the arguments.</param>
    /// <param name="token">The token, if it takes one.</param>
    /// <param name="element">The element, if it runs for each.</param>
    /// <param name="context">The context, if it takes one.</param>
    /// <param name="cleanUp">The clean-up that it registers.</param>
    public Invocation(
        int stage,
        IReadOnlyList<Seen> arguments,
        Run? run = null,
        CancellationToken token = default,
        Seen? element = null,
        StageContext? context = null,
        CleanUpForm cleanUp = CleanUpForm.None
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        _run = run ?? arguments.Select(argument => argument.Item?.Run).OfType<Run>().First();
        (Stage, Arguments, Element, _token) = (stage, arguments, element?.Text, token);
        _texts = [.. arguments.Select(argument => argument.Text)];
        (RunId, ParentRunId) = (context?.RunId, context?.Run.ParentRunId);
        Round = _run.Start(this, context);
        Conduct = _run.Circumstances.Conduct(stage, Element, Round);
        if (cleanUp != CleanUpForm.None)
        {
            Register(context!.Value, cleanUp);
        }

        if (Conduct.Cancellation == CallerCancellation.AtStart)
        {
            _run.CancelCaller(this);
        }

        if (Conduct.OpensGate)
        {
            _run.TakeWaiting(new Dice((ulong)stage), noteIdle: false)?.Complete();
        }

        if (Conduct.Ending == Ending.Throws)
        {
            throw Failed();
        }
    }

    public int Stage { get; }

    public IReadOnlyList<Seen> Arguments { get; }

    public string? Element { get; }

    /// <summary>The number of this call among those of its stage with its element in the run, from 1.</summary>
    public int Round { get; }

    /// <summary>The id of the run that the call belongs to, if the stage is told.</summary>
    public Guid? RunId { get; }

    /// <summary>The id of the run that this run is nested in.</summary>
    public Guid? ParentRunId { get; }

    public Conduct Conduct { get; }

    internal CancellationToken Token => _token;

    /// <summary>Ends with a value.</summary>
    public T Value<T>(Func<Item, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        BeforeEnd();
        Note(Happening.Succeeded);
        return make(new Item(_run, Stage, Evaluator.Combine(Stage, _texts), this));
    }

    /// <summary>Ends with an optional.</summary>
    public Optional<T> Optional<T>(Func<Item, T> make)
    {
        if (Conduct.Ending == Ending.Skips)
        {
            Note(Happening.Skipped);
            return Sluice.Optional.Skip(Evaluator.ReasonOf(Stage));
        }

        return Value(make);
    }

    /// <summary>Ends with an outcome.</summary>
    public Outcome<T> Outcome<T>(Func<Item, T> make)
    {
        switch (Conduct.Ending)
        {
            case Ending.Skips:
                Note(Happening.Skipped);
                return Sluice.Outcome.Skip(Evaluator.ReasonOf(Stage));
            case Ending.ReturnsFailure:
                return Sluice.Outcome.Fail(Failed());
            case Ending.AsksForRetry:
                Note(Happening.Failed);
                return Sluice.Outcome.Retry(TimeSpan.FromSeconds(3));
            case Ending.CancelsRun:
                Note(Happening.CancelledRun);
                return Sluice.Outcome.Cancel(Evaluator.ReasonOf(Stage));
            default:
                return Value(make);
        }
    }

    /// <summary>Ends with the verdict of a guard.</summary>
    public bool Verdict()
    {
        BeforeEnd();
        var passes = Conduct.Ending != Ending.Refuses;
        Note(passes ? Happening.Succeeded : Happening.Refused);
        return passes;
    }

    /// <summary>The result of a synchronous stage.</summary>
    public T Synchronous<T>(Func<Invocation, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return make(this);
    }

    /// <summary>The result of a synchronous effect.</summary>
    public void Synchronous() => Value(Make.Item);

    /// <summary>The result of a stage that returns a task.</summary>
    public Task<T> Task<T>(Func<Invocation, T> make) => Begin(make, Tasked(Conduct.Timing)).Typed.AsTask();

    /// <summary>The result of an effect that returns a task.</summary>
    public Task Task() => Task(static call => call.Value(Make.Item));

    /// <summary>The result of a stage that returns a value task.</summary>
    public ValueTask<T> ValueTask<T>(Func<Invocation, T> make) => Begin(make, Conduct.Timing).Typed;

    /// <summary>The result of an effect that returns a value task.</summary>
    public ValueTask ValueTask() => Begin(static call => call.Value(Make.Item), Conduct.Timing).Untyped;

    /// <summary>Reads a stream to its end, and then ends as a stage that returns a task.</summary>
    public async Task<T> ReadTask<T>(IAsyncEnumerable<Item> stream, Func<Invocation, T> make)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(make);
        var texts = new List<string>();
        try
        {
            await foreach (var item in stream.ConfigureAwait(false))
            {
                texts.Add(item.Text);
            }
        }
        catch (Exception exception)
        {
            // The stream is told of the run's token, and so its reader is as well.
            Note(exception is OperationCanceledException ? Happening.CancelledByToken : Happening.Failed, exception);
            throw;
        }

        _texts.Add(Seen.Sequence(texts));
        return await Begin(make, Tasked(Conduct.Timing)).Typed.ConfigureAwait(false);
    }

    /// <summary>The result of a stage that gives a stream.</summary>
    public IAsyncEnumerable<Item> Stream()
    {
        Note(Happening.Succeeded);
        return ItemStream.ReadAsync(
            new Item(_run, Stage, Evaluator.Combine(Stage, _texts), this),
            // A stream that fails later fails while it is read.
            breaks: Conduct.Ending == Ending.ThrowsLater
        );
    }

    /// <summary>Undoes the call.</summary>
    public void Undo(Exception failure)
    {
        Note(Happening.UndoStarted, failure);
        EndUndo();
    }

    /// <summary>Undoes the call, not always at once.</summary>
    public async ValueTask UndoAsync(Exception failure)
    {
        Note(Happening.UndoStarted, failure);
        await PassGateAsync().ConfigureAwait(false);
        EndUndo();
    }

    public override string ToString() =>
        Round == 1 ? $"S{Stage}" : string.Create(CultureInfo.InvariantCulture, $"S{Stage}#{Round}");

    /// <summary>Notes that the stage ends because its token was cancelled, and gives its exception.</summary>
    internal Exception CancelledByToken()
    {
        var exception = new OperationCanceledException(_token);
        Note(Happening.CancelledByToken, exception);
        return exception;
    }

    private static Timing Tasked(Timing timing) =>
        timing switch
        {
            Timing.AtOnceFromSource => Timing.AtOnce,
            Timing.SourceGate => Timing.TaskGate,
            Timing.SourceOnOtherThread => Timing.TaskOnOtherThread,
            _ => timing,
        };

    private static (ValueTask<T> Typed, ValueTask Untyped) Of<T>(Task<T> task) => (new(task), new(task));

    private (ValueTask<T> Typed, ValueTask Untyped) Begin<T>(Func<Invocation, T> make, Timing timing)
    {
        switch (timing)
        {
            case Timing.AtOnce
                when Conduct is { Ending: not Ending.ThrowsLater, Cancellation: not CallerCancellation.NoticedAtEnd }:
                return (new ValueTask<T>(make(this)), default);
            case Timing.AtOnce when Conduct.Ending == Ending.ThrowsLater:
                return Of(System.Threading.Tasks.Task.FromException<T>(Failed()));
            case Timing.AtOnce:
                return Of(CompletedAsync(make));
            case Timing.Yield:
                return Of(YieldAsync(make));
            case Timing.TaskGate or Timing.TaskOnOtherThread:
                var tasks = new PendingTask<T>(this, make);
                Pend(tasks, timing == Timing.TaskOnOtherThread);
                return Of(tasks.Task);
            default:
                var source = new PendingSource<T>(this, make);
                var typed = (source.Typed, source.Untyped);
                if (timing == Timing.AtOnceFromSource)
                {
                    _run.Wait(source, isForTest: false);
                    source.Complete();
                }
                else
                {
                    Pend(source, timing == Timing.SourceOnOtherThread);
                }

                return typed;
        }
    }

    private async Task<T> CompletedAsync<T>(Func<Invocation, T> make)
    {
        await System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(false);
        return make(this);
    }

    private async Task<T> YieldAsync<T>(Func<Invocation, T> make)
    {
        await System.Threading.Tasks.Task.Yield();
        return make(this);
    }

    private void Pend(Pending pending, bool onOtherThread)
    {
        _run.Wait(pending, isForTest: !onOtherThread);
        if (Conduct.HonoursToken)
        {
            // The registration lives as long as the source of the token, which is as long as the run: a completed stage ignores it.
            _token.UnsafeRegister(static pending => ((Pending)pending!).Complete(isCancelled: true), pending);
        }

        if (onOtherThread)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static pending => pending.Complete(), pending, preferLocal: false);
        }
    }

    private void Register(StageContext context, CleanUpForm form)
    {
        Note(Happening.CleanUpRegistered);
        if (form == CleanUpForm.Synchronous)
        {
            context.OnCleanUp((Action)CleanUp);
        }
        else
        {
            context.OnCleanUp(CleanUpAsync);
        }
    }

    private void CleanUp()
    {
        Note(Happening.CleanUpStarted);
        EndCleanUp();
    }

    private async ValueTask CleanUpAsync()
    {
        Note(Happening.CleanUpStarted);
        await PassGateAsync().ConfigureAwait(false);
        EndCleanUp();
    }

    private void EndUndo()
    {
        if (Conduct.UndoFails)
        {
            throw Failed(Happening.UndoFailed, new StageFailedException($"undo of {this} failed"));
        }

        Note(Happening.UndoEnded);
    }

    private void EndCleanUp()
    {
        if (Conduct.CleanUpFails)
        {
            throw Failed(Happening.CleanUpFailed, new StageFailedException($"clean-up of {this} failed"));
        }

        Note(Happening.CleanUpEnded);
    }

    // Work after the stage itself waits for the test if the stage does.
    private Task PassGateAsync()
    {
        if (!Conduct.IsGated)
        {
            return System.Threading.Tasks.Task.CompletedTask;
        }

        var gate = new PendingTask<bool>(this, static _ => true);
        _run.Wait(gate, isForTest: true);
        return gate.Task;
    }

    private void BeforeEnd()
    {
        if (Conduct.Ending == Ending.ThrowsLater)
        {
            throw Failed();
        }

        if (Conduct.Cancellation is CallerCancellation.AtEnd or CallerCancellation.NoticedAtEnd)
        {
            _run.CancelCaller(this);
            if (Conduct.Cancellation == CallerCancellation.NoticedAtEnd && _token.IsCancellationRequested)
            {
                throw CancelledByToken();
            }
        }
    }

    private Exception Failed() =>
        Failed(
            Happening.Failed,
            Conduct.Failure switch
            {
                FailureKind.Shared => _run.Shared.Of(Stage),
                FailureKind.Cancellation => new OperationCanceledException($"S{Stage} gave up"),
                _ => new StageFailedException(
                    Evaluator.FailureOf(Stage, Element)
                        + (Round == 1 && _run.Number == 0 ? "" : $" in round {Round} of run {_run.Number}")
                ),
            }
        );

    private Exception Failed(Happening kind, Exception exception)
    {
        Note(kind, exception);
        return exception;
    }

    private void Note(Happening kind, Exception? exception = null) => _run.Note(new Entry(kind, this, exception));
}
