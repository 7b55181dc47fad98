using Sluice.DifferentialTests.Branching.Execution;
using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Harness;

/// <summary>One run of an <see cref="InterpretedBranching"/>: one lock, one loop, and the values that the reference knows.</summary>
internal sealed class InterpretedBranchingRun(
    BranchingPlan plan,
    Demand demand,
    Probe run,
    BranchingMistake mistake,
    CancellationToken token
)
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
                Settle(stage, key, task);
            }
            else
            {
                task.GetAwaiter()
                    .OnCompleted(() =>
                    {
                        Settle(stage, key, task);
                        Drain();
                    });
            }
        }
    }

    private (BranchingStage Stage, string Key, ExpectedCall Call)? TakeNext()
    {
        lock (_lock)
        {
            if (token.IsCancellationRequested && _end is null && IsLeft())
            {
                _end = new OperationCanceledException(token);
            }

            var next = _end is null || mistake == BranchingMistake.StartsAfterFailure ? Next() : null;
            if (next is var (stage, _, _))
            {
                _started[stage.Id] = _started.GetValueOrDefault(stage.Id) + 1;
                _running++;
            }
            else if (_running == 0 || (_end is not null && mistake == BranchingMistake.EndsBeforeStagesInFlight))
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

    private bool IsWanted(BranchingStage stage) =>
        mistake == BranchingMistake.RunsWhatNobodyNeeds || demand.IsSure(stage.Id, _evaluator);

    private (BranchingStage, string, ExpectedCall)? Next()
    {
        foreach (var stage in plan.Stages.Where(IsWanted))
        {
            var calls = _evaluator[stage.Id].Calls;
            var started = _started.GetValueOrDefault(stage.Id);
            var twice =
                calls.Count > 0 && mistake == BranchingMistake.AsksConditionsTwice && plan.Guarded(stage.Id).Any()
                    ? 1
                    : 0;
            if (started < calls.Count + twice && MayStart(stage, started))
            {
                var (key, call) = calls.ElementAt(Math.Min(started, calls.Count - 1));
                return (stage, key, call);
            }
        }

        return null;
    }

    private bool MayStart(BranchingStage stage, int started)
    {
        if (started == 0)
        {
            return mistake == BranchingMistake.WaitsForEverything ? _running == 0 : Awaited(stage).All(IsSettled);
        }

        var limit =
            stage is { Return: ReturnStyle.Synchronous } || mistake == BranchingMistake.WaitsForEverything ? 1
            : stage.MaxConcurrency == 0 || mistake == BranchingMistake.IgnoresMaxConcurrency ? int.MaxValue
            : stage.MaxConcurrency;
        return (mistake != BranchingMistake.ForgetsElements || started < 2)
            && started - _ended.GetValueOrDefault(stage.Id) < limit;
    }

    private IEnumerable<int> Awaited(BranchingStage stage) =>
        mistake == BranchingMistake.DoesNotWaitForConditions
            ? stage.Parameters.SelectMany(parameter => parameter.Producers).Where(id => id >= 0)
            : plan.Predecessors(stage).Concat(demand.Support(stage.Id).Where(id => id < stage.Id));

    private bool IsSettled(int id)
    {
        var stage = plan.Pipeline.Stage(id);
        var calls = _evaluator[id].Calls.Count;
        return !IsWanted(stage) || calls == 0
            ? Awaited(stage).All(IsSettled)
            : _ended.GetValueOrDefault(id) is var ended
                && ended > 0
                && ended == _started[id]
                && (ended >= calls || _evaluator[id].Fate == Fate.Failed);
    }

    private ValueTask<Outcome<Item>> Invoke(BranchingStage stage, string key, ExpectedCall call)
    {
        Seen Given(ExpectedArgument argument, int place)
        {
            var isWrong = mistake == BranchingMistake.TakesLastOfMerge && stage.Parameters[place] is { IsMerge: true };
            var text = isWrong ? _evaluator[stage.Parameters[place].Producers[^1]].Text : argument.Text;
            return text == Seen.Absent
                ? new Seen(text, mistake == BranchingMistake.LosesReason ? "" : argument.Reasons?.FirstOrDefault())
                : new Seen(text);
        }

        try
        {
            var invocation = new Invocation(
                run,
                stage.Id,
                stage.TakesToken ? token : default,
                [.. call.Arguments.Select(Given)],
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

    private void Settle(BranchingStage stage, string key, ValueTask<Outcome<Item>> task)
    {
        Exception? failure = null;
        try
        {
            var outcome = task.GetAwaiter().GetResult();
            failure = outcome.Status switch
            {
                OutcomeStatus.Failed => outcome.Exception,
                OutcomeStatus.Retry => new RetryRequestedException { RetryAfter = outcome.RetryAfter!.Value },
                OutcomeStatus.Cancelled => new RunCancelledException(outcome.Reason!),
                _ when run.Circumstances.Conduct(stage.Id, key.Length == 0 ? null : key).Ending
                        == Ending.GivesUnnamed => new InvalidOperationException($"S{stage.Id} gave what has no name"),
                _ => null,
            };
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_lock)
        {
            _running--;
            _ended[stage.Id] = _ended.GetValueOrDefault(stage.Id) + 1;
            if (failure is not null && mistake != BranchingMistake.SwallowsFailures)
            {
                Note(stage, failure);
            }
        }
    }

    private void Note(BranchingStage stage, Exception failure)
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
        var outputs = plan.Pipeline.EntryPoint.Outputs.Select(_evaluator.Output).ToArray();
        Seen[] given = [.. outputs.Select(output => new Seen(output.Text))];
        run.EndEntryPoint();
        _completion.TrySetResult(
            failure is null
                ? new Observation(mistake == BranchingMistake.LosesOutput ? [] : given)
                : new Observation([], failure, FurtherFailures: [.. _failures.Skip(1)])
        );
    }
}
