using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>One call of a stage: what a stage of a generated pipeline consists of.</summary>
public sealed class Invocation
{
    private readonly int _stage;
    private readonly Probe _run;
    private readonly string? _element;
    private readonly List<string> _arguments;

    public Invocation(
        Probe run,
        int stage,
        CancellationToken token,
        IReadOnlyList<Seen> arguments,
        Seen? element = null
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(arguments);
        (_run, _stage, Token, _element) = (run, stage, token, element?.Text);
        _arguments = [.. arguments.Select(argument => argument.Text)];
        Conduct = run.Circumstances.Conduct(stage, _element);
        run.Start(new Entry(Happening.Started, stage, _element, arguments));
        if (Conduct.CancelsCaller)
        {
            run.CancelCaller(stage);
        }

        if (Conduct.Ending == Ending.Throws)
        {
            throw Failed();
        }
    }

    public Conduct Conduct { get; }

    public CancellationToken Token { get; }

    /// <summary>Ends with a value.</summary>
    public T Value<T>(Func<Item, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return Conduct.Ending is Ending.ThrowsLater ? throw Failed() : make(Succeeded());
    }

    /// <summary>Ends with an optional.</summary>
    public Optional<T> Optional<T>(Func<Item, T> make)
    {
        if (Conduct.Ending == Ending.Skips)
        {
            End(Happening.Skipped);
            return Sluice.Optional.Skip(Evaluator.ReasonOf(_stage));
        }

        return Value(make);
    }

    /// <summary>Ends with an outcome.</summary>
    public Outcome<T> Outcome<T>(Func<Item, T> make)
    {
        switch (Conduct.Ending)
        {
            case Ending.Skips:
                End(Happening.Skipped);
                return Sluice.Outcome.Skip(Evaluator.ReasonOf(_stage));
            case Ending.ReturnsFailure:
                return Sluice.Outcome.Fail(Failed());
            case Ending.AsksForRetry:
                End(Happening.Failed);
                return Sluice.Outcome.Retry(TimeSpan.FromSeconds(3));
            case Ending.CancelsRun:
                End(Happening.CancelledRun);
                return Sluice.Outcome.Cancel(Evaluator.ReasonOf(_stage));
            default:
                return Value(make);
        }
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
            // The stream is told of the run's token, and so whoever reads it is as well.
            var kind = exception is OperationCanceledException ? Happening.CancelledByToken : Happening.Failed;
            _run.End(new Entry(kind, _stage, _element, Exception: exception));
            throw;
        }

        _arguments.Add(Seen.Sequence(texts));
        return await Begin(make, Tasked(Conduct.Timing)).Typed.ConfigureAwait(false);
    }

    /// <summary>The result of a stage that gives a stream.</summary>
    public IAsyncEnumerable<Item> Stream()
    {
        // What breaks later breaks while the stream is read.
        var breaks = Conduct.Ending == Ending.ThrowsLater;
        var item = Succeeded();
        return ReadAsync(item, breaks);
    }

    /// <summary>Notes that the stage ends because its token was cancelled, and gives its exception.</summary>
    internal Exception CancelledByToken()
    {
        var exception = new OperationCanceledException(Token);
        _run.End(new Entry(Happening.CancelledByToken, _stage, _element, Exception: exception));
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

    private static async IAsyncEnumerable<Item> ReadAsync(Item item, bool breaks)
    {
        var run = item.Run;
        run.Open(item.Producer);
        try
        {
            var items = Make.Array(item);
            for (var index = 0; index < items.Length; index++)
            {
                if ((index + item.Producer) % 2 == 0)
                {
                    await System.Threading.Tasks.Task.Yield();
                }

                yield return items[index];
            }

            if (breaks)
            {
                throw new StageFailedException(Evaluator.FailureOf(item.Producer, null));
            }
        }
        finally
        {
            run.Close(item.Producer);
        }
    }

    private (ValueTask<T> Typed, ValueTask Untyped) Begin<T>(Func<Invocation, T> make, Timing timing)
    {
        switch (timing)
        {
            case Timing.AtOnce when Conduct.Ending != Ending.ThrowsLater:
                return (new ValueTask<T>(make(this)), default);
            case Timing.AtOnce:
                return Of(System.Threading.Tasks.Task.FromException<T>(Failed()));
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
                    source.Complete(isCancelled: false);
                }
                else
                {
                    Pend(source, timing == Timing.SourceOnOtherThread);
                }

                return typed;
        }
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
            // The registration lives as long as the token's source, which is as long as the run: what is complete ignores it.
            Token.UnsafeRegister(static pending => ((Pending)pending!).Complete(isCancelled: true), pending);
        }

        if (onOtherThread)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static pending => pending.Complete(isCancelled: false),
                pending,
                preferLocal: false
            );
        }
    }

    private Item Succeeded()
    {
        End(Happening.Succeeded);
        return new Item(_run, _stage, Evaluator.Combine(_stage, _arguments));
    }

    private StageFailedException Failed()
    {
        var exception = new StageFailedException(Evaluator.FailureOf(_stage, _element));
        _run.End(new Entry(Happening.Failed, _stage, _element, Exception: exception));
        return exception;
    }

    private void End(Happening kind) => _run.End(new Entry(kind, _stage, _element));
}
