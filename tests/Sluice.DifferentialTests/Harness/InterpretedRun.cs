using System.Globalization;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Harness;

/// <summary>One run of an <see cref="InterpretedPipeline"/>: one lock, one loop.</summary>
internal sealed class InterpretedRun(EntryPointPlan plan, Run run, Mistake mistake, CancellationToken token)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<Value[]> _completion = new();
    private readonly Dictionary<int, Value> _values = new()
    {
        [Argument.RunInput] = run.Input,
        [Argument.SeedInput] = run.Seed,
    };
    private readonly HashSet<int> _started = [];
    private readonly HashSet<int> _succeeded = [];
    private Exception? _failure;
    private int _running;

    public Task<Value[]> RunAsync()
    {
        Drain();
        return _completion.Task;
    }

    private void Drain()
    {
        while (TakeNext() is { } id)
        {
            var task = Invoke(id);
            if (mistake == Mistake.StartsStageTwice && id == plan.Order[^1])
            {
                _ = Invoke(id);
            }

            if (task.IsCompleted)
            {
                Settle(id, task);
            }
            else if (mistake == Mistake.LosesExecutionContext)
            {
                task.GetAwaiter().UnsafeOnCompleted(() => Resume(id, task));
            }
            else
            {
                task.GetAwaiter().OnCompleted(() => Resume(id, task));
            }
        }
    }

    private void Resume(int id, ValueTask<Value> task)
    {
        Settle(id, task);
        Drain();
    }

    private int? TakeNext()
    {
        lock (_lock)
        {
            if (
                token.IsCancellationRequested
                && mistake != Mistake.IgnoresCancellation
                && _started.Count < plan.Order.Count
            )
            {
                _failure ??= new OperationCanceledException(token);
            }

            var next = _failure is null || mistake == Mistake.StartsAfterFailure ? Next() : null;
            if (next is { } id)
            {
                _started.Add(id);
                _running++;
            }
            else if (IsOver())
            {
                End();
            }

            return next;
        }
    }

    private int? Next() =>
        mistake switch
        {
            Mistake.IgnoresPredecessors => plan
                .Order.Where(id => !_started.Contains(id))
                .Select(id => (int?)id)
                .FirstOrDefault(),
            Mistake.StartsInOrderOfDeclaration => plan
                .Pipeline.Declaration.Where(id => plan.Order.Contains(id) && !_started.Contains(id))
                .Where(id => plan.Predecessors(id).All(_succeeded.Contains))
                .Select(id => (int?)id)
                .FirstOrDefault(),
            Mistake.WaitsForLevels when _running > 0 => null,
            _ => ReferenceInterpreter.NextToStart(plan, _started, _succeeded),
        };

    private bool IsOver() =>
        (_running == 0 || mistake == Mistake.EndsBeforeStagesInFlight)
        && (_failure is not null || _succeeded.Count == plan.Order.Count);

    private void End()
    {
        if (_failure is null)
        {
            _completion.TrySetResult([.. plan.EntryPoint.Outputs.Select(output => _values[output])]);
        }
        else
        {
            _completion.TrySetException(
                mistake == Mistake.WrapsException ? new InvalidOperationException("Wrapped", _failure) : _failure
            );
        }
    }

    private void Settle(int id, ValueTask<Value> task)
    {
        Value? value = null;
        Exception? failure = null;
        try
        {
            value = task.GetAwaiter().GetResult();
            if (mistake == Mistake.TakesResultTwice)
            {
                _ = task.GetAwaiter().GetResult();
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_lock)
        {
            _running--;
            _failure ??= failure;
            if (value is not null)
            {
                _values[id] = value;
                _succeeded.Add(id);
            }
        }
    }

    private ValueTask<Value> Invoke(int id)
    {
        var stage = plan.Stage(id);
        var values = stage
            .Arguments.Select(argument => _values.GetValueOrDefault(argument.Producer, run.Input))
            .ToArray();
        if (mistake == Mistake.MixesUpArguments)
        {
            Array.Reverse(values);
        }

        var context = new StageContext(Guid.Empty, string.Create(CultureInfo.InvariantCulture, $"S{id}"), token);
        try
        {
            return stage.IsOffloaded
                ? new ValueTask<Value>(Task.Run(() => Call(stage, values, context).AsTask(), CancellationToken.None))
                : Call(stage, values, context);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<Value>(exception);
        }
    }

    private ValueTask<Value> Call(StageShape stage, Value[] values, StageContext context)
    {
        var call = new StageCall(stage.Id, values, stage.TakesToken ? token : default, context);
        return stage.Return switch
        {
            ReturnStyle.Synchronous => new ValueTask<Value>(call.Synchronous(static value => value)),
            ReturnStyle.Task => new ValueTask<Value>(call.Task(static value => value)),
            _ => call.ValueTask(static value => value),
        };
    }
}
