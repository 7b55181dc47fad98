using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Probing;

/// <summary>One call of a stage: what a stage of a generated pipeline consists of.</summary>
public sealed class StageCall
{
    private readonly int _stage;
    private readonly Run _run;
    private readonly Value _value;

    public StageCall(
        int stage,
        IReadOnlyList<Value> arguments,
        CancellationToken token = default,
        StageContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        _stage = stage;
        _run = arguments[0].Run;
        _value = new Value(
            _run,
            stage,
            ReferenceInterpreter.Combine(stage, arguments.Select(argument => argument.Number))
        );
        Token = token;
        Behaviour = _run.BehaviourOf(stage);
        _run.Start(stage, arguments, context);
        if (Behaviour.CancelsCaller)
        {
            _run.CancelCaller();
        }

        if (Behaviour.OpensGate)
        {
            _run.TakeWaiting(new Dice((ulong)stage))?.Open();
        }

        if (Behaviour.Fault == Fault.Thrown)
        {
            throw Failed();
        }
    }

    public Behaviour Behaviour { get; }

    public CancellationToken Token { get; }

    /// <summary>The result of a synchronous stage.</summary>
    public T Synchronous<T>(Func<Value, T> wrap)
    {
        ArgumentNullException.ThrowIfNull(wrap);
        return wrap(Succeeded());
    }

    /// <summary>The result of a synchronous effect.</summary>
    public void Synchronous() => Succeeded();

    /// <summary>The result of a stage that returns a task.</summary>
    public Task<T> Task<T>(Func<Value, T> wrap) => Begin(wrap, Tasked(Behaviour.Timing)).Typed.AsTask();

    /// <summary>The result of an effect that returns a task.</summary>
    public Task Task() => Begin(value => value, Tasked(Behaviour.Timing)).Typed.AsTask();

    /// <summary>The result of a stage that returns a value task.</summary>
    public ValueTask<T> ValueTask<T>(Func<Value, T> wrap) => Begin(wrap, Behaviour.Timing).Typed;

    /// <summary>The result of an effect that returns a value task.</summary>
    public ValueTask ValueTask() => Begin(value => value, Behaviour.Timing).Untyped;

    /// <summary>Notes that the stage ends well, and gives its value.</summary>
    public Value Succeeded()
    {
        _run.End(new TraceEvent(EventKind.Succeeded, _stage));
        return _value;
    }

    /// <summary>Notes that the stage fails, and gives its exception.</summary>
    public Exception Failed()
    {
        Exception exception = Behaviour.FailsWithCancellation
            ? new OperationCanceledException($"S{_stage} gave up")
            : new StageFailedException($"S{_stage} failed");
        _run.End(new TraceEvent(EventKind.Failed, _stage, exception));
        return exception;
    }

    /// <summary>Notes that the stage ends because its token was cancelled, and gives its exception.</summary>
    public Exception CancelledByToken()
    {
        var exception = new OperationCanceledException(Token);
        _run.End(new TraceEvent(EventKind.CancelledByToken, _stage, exception));
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

    private (ValueTask<T> Typed, ValueTask Untyped) Begin<T>(Func<Value, T> wrap, Timing timing)
    {
        switch (timing)
        {
            case Timing.AtOnce when Behaviour.Fault == Fault.None:
                var result = new ValueTask<T>(wrap(Succeeded()));
                return (result, default);
            case Timing.AtOnce:
                return Of(System.Threading.Tasks.Task.FromException<T>(Failed()));
            case Timing.Yield:
                return Of(YieldAsync(wrap));
            case Timing.TaskGate or Timing.TaskOnOtherThread:
                var tasks = new TaskGate<T>(wrap) { Call = this };
                Pend(tasks, timing == Timing.TaskOnOtherThread);
                return Of(tasks.Task);
            default:
                var source = new SourceGate<T>(wrap) { Call = this };
                var typed = (source.Typed, source.Untyped);
                if (timing == Timing.AtOnceFromSource)
                {
                    _run.Note(source);
                    source.Open();
                }
                else
                {
                    Pend(source, timing == Timing.SourceOnOtherThread);
                }

                return typed;
        }
    }

    private static (ValueTask<T> Typed, ValueTask Untyped) Of<T>(Task<T> task) => (new(task), new(task));

    private async Task<T> YieldAsync<T>(Func<Value, T> wrap)
    {
        await System.Threading.Tasks.Task.Yield();
        return Behaviour.Fault == Fault.None ? wrap(Succeeded()) : throw Failed();
    }

    private void Pend(Gate gate, bool onOtherThread)
    {
        _run.Note(gate);
        if (Behaviour.HonoursToken)
        {
            // The registration lives as long as the token's source, which is as long as the run: a gate that is open ignores it.
            Token.UnsafeRegister(static gate => ((Gate)gate!).Cancel(), gate);
        }

        if (onOtherThread)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static gate => gate.Open(), gate, preferLocal: false);
        }
        else
        {
            _run.Wait(gate);
        }
    }
}
