using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Harness;

/// <summary>One run of an <see cref="InterpretedPipeline"/>: one lock, one loop, and the values of the reference.</summary>
internal sealed class InterpretedRun(EntryPointPlan plan, Run run, Mistake mistake, CancellationToken token)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<Observation> _completion = new();
    private readonly Evaluator _evaluator = new(plan, run.Circumstances);
    private readonly Dictionary<int, int> _started = [];
    private readonly Dictionary<int, int> _ended = [];
    private readonly List<Exception> _failures = [];
    private Exception? _end;
    private int _running;

    public Task<Observation> RunAsync()
    {
        Drain();
        return _completion.Task;
    }

    private void Drain()
    {
        while (TakeNext() is var (stage, key, call))
        {
            var task = Invoke(stage, key, call);
            if (task.IsCompleted)
            {
                Settle(stage, task);
            }
            else if (mistake == Mistake.LosesExecutionContext)
            {
                task.GetAwaiter().UnsafeOnCompleted(() => Resume(stage, task));
            }
            else
            {
                task.GetAwaiter().OnCompleted(() => Resume(stage, task));
            }
        }
    }

    private void Resume(StageShape stage, ValueTask<Outcome<Item>> task)
    {
        Settle(stage, task);
        Drain();
    }

    private (StageShape Stage, string Key, ExpectedCall Call)? TakeNext()
    {
        lock (_lock)
        {
            if (token.IsCancellationRequested && mistake != Mistake.IgnoresCancellation && _end is null && IsLeft())
            {
                _end = new OperationCanceledException(token);
            }

            var next = _end is null || mistake == Mistake.StartsAfterFailure ? Next() : null;
            if (next is var (stage, _, _))
            {
                _started[stage.Id] = _started.GetValueOrDefault(stage.Id) + 1;
                _running++;
            }
            else if (_running == 0 || (_end is not null && mistake == Mistake.EndsBeforeStagesInFlight))
            {
                End();
            }

            return next;
        }
    }

    private bool IsLeft() =>
        plan.Stages.Any(stage =>
            IsWanted(stage) && _started.GetValueOrDefault(stage.Id) < _evaluator[stage.Id].Calls.Count
        );

    private bool IsWanted(StageShape stage) =>
        mistake == Mistake.RunsUnneededStages || plan.Demand.IsSure(stage.Id, _evaluator);

    private (StageShape, string, ExpectedCall)? Next()
    {
        var order = mistake == Mistake.StartsInOrderOfDeclaration ? plan.Pipeline.Declaration : plan.Order;
        foreach (var stage in order.Where(plan.Includes).Select(plan.Stage).Where(IsWanted))
        {
            var calls = _evaluator[stage.Id].Calls;
            var started = _started.GetValueOrDefault(stage.Id);
            if (started < calls.Count + Further(stage, calls.Count) && MayStart(stage, started))
            {
                var (key, call) = calls.ElementAt(Math.Min(started, calls.Count - 1));
                return (stage, key, call);
            }
        }

        return null;
    }

    // How many calls a mistake adds to those that have to be made.
    private int Further(StageShape stage, int calls) =>
        mistake switch
        {
            Mistake.AsksConditionsTwice when calls > 0 && plan.Conditional(stage.Id).Any() => 1,
            Mistake.StartsStageTwice when calls > 0 && stage.Id == plan.Order[^1] => 1,
            _ => 0,
        };

    private bool MayStart(StageShape stage, int started)
    {
        if (started == 0)
        {
            return mistake switch
            {
                Mistake.IgnoresPredecessors => true,
                Mistake.WaitsForEverything => _running == 0 && Awaited(stage).All(IsSettled),
                _ => Awaited(stage).All(IsSettled),
            };
        }

        var limit =
            stage is { Return: ReturnStyle.Synchronous } || mistake == Mistake.WaitsForEverything ? 1
            : stage.MaxConcurrency == 0 || mistake == Mistake.IgnoresMaxConcurrency ? int.MaxValue
            : stage.MaxConcurrency;
        return (mistake != Mistake.ForgetsElements || started < 2)
            && started - _ended.GetValueOrDefault(stage.Id) < limit;
    }

    private IEnumerable<int> Awaited(StageShape stage) =>
        mistake == Mistake.DoesNotWaitForConditions
            ? stage.Parameters.SelectMany(parameter => parameter.Producers).Where(id => id >= 0)
            : plan.Predecessors(stage.Id).Concat(plan.Demand.Support(stage.Id).Where(id => id < stage.Id));

    private bool IsSettled(int id)
    {
        var stage = plan.Stage(id);
        var calls = _evaluator[id].Calls.Count;
        return !IsWanted(stage) || calls == 0
            ? Awaited(stage).All(IsSettled)
            : _ended.GetValueOrDefault(id) is var ended
                && ended > 0
                && ended == _started[id]
                && (ended >= calls || _evaluator[id].Fate == Fate.Failed);
    }

    private ValueTask<Outcome<Item>> Invoke(StageShape stage, string key, ExpectedCall call)
    {
        Seen Given(ExpectedArgument argument, int place)
        {
            if (mistake == Mistake.MixesUpArguments)
            {
                return new Seen(call.Arguments[^(place + 1)].Text);
            }

            var isWrong = mistake == Mistake.TakesLastOfMerge && stage.Parameters[place] is { IsMerge: true };
            var text = isWrong ? _evaluator[stage.Parameters[place].Producers[^1]].Text : argument.Text;
            return text == Seen.Absent
                ? new Seen(text, mistake == Mistake.LosesReason ? "" : argument.Reasons?.FirstOrDefault())
                : new Seen(text);
        }

        try
        {
            var invocation = new Invocation(
                stage.Id,
                [.. call.Arguments.Select(Given)],
                run,
                stage.TakesToken ? token : default,
                stage.Each is null ? null : new Seen(key)
            );
            return stage.Return == ReturnStyle.Synchronous
                ? new(invocation.Synchronous(static made => made.Outcome(Make.Item)))
                : invocation.ValueTask(static made => made.Outcome(Make.Item));
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<Outcome<Item>>(exception);
        }
    }

    private void Settle(StageShape stage, ValueTask<Outcome<Item>> task)
    {
        Exception? failure = null;
        try
        {
            failure = FailureOf(stage, task.GetAwaiter().GetResult());
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
            _ended[stage.Id] = _ended.GetValueOrDefault(stage.Id) + 1;
            if (failure is not null && mistake != Mistake.SwallowsFailures)
            {
                Note(stage, failure);
            }
        }
    }

    private static Exception? FailureOf(StageShape stage, Outcome<Item> outcome) =>
        outcome.Status switch
        {
            OutcomeStatus.Failed => outcome.Exception,
            OutcomeStatus.Retry => new RetryRequestedException { RetryAfter = outcome.RetryAfter!.Value },
            OutcomeStatus.Cancelled => new RunCancelledException(outcome.Reason!),
            OutcomeStatus.Succeeded when outcome.Value.Call!.Conduct.Ending == Ending.GivesUnnamed =>
                new InvalidOperationException($"S{stage.Id} gave a value that has no name"),
            _ => null,
        };

    private void Note(StageShape stage, Exception failure)
    {
        var isCancellation =
            failure is RunCancelledException
            || (token.IsCancellationRequested && failure is OperationCanceledException);
        var isTaken =
            plan.IsHandled(stage.Id) || (stage.Each is not null && plan.ElementForm(stage.Id) == Form.Outcome);
        if (!isCancellation && isTaken)
        {
            return;
        }

        if (!isCancellation && plan.Pipeline.Continues && _end is null)
        {
            _failures.Add(failure);
        }
        else
        {
            _end ??= failure;
        }
    }

    private void End()
    {
        var failure = _failures.FirstOrDefault() ?? _end;
        if (failure is not null && mistake == Mistake.WrapsException)
        {
            failure = new InvalidOperationException("Wrapped", failure);
        }

        var outputs = plan.EntryPoint.Outputs.Select(_evaluator.Output).ToArray();
        Seen[] given = [.. outputs.Select(output => new Seen(output.Text))];
        run.EndEntryPoint();
        var observation = failure is null
            ? new Observation(mistake == Mistake.LosesOutput ? [] : given)
            : new Observation([], failure, FurtherFailures: [.. _failures.Skip(1)]);
        _completion.TrySetResult(observation with { ReportsNothing = true });
    }
}
