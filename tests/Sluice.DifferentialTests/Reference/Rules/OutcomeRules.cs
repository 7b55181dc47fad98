using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>Checks what the caller of the outermost run gets: its output or its own failures, and nothing of another run.</summary>
/// <param name="run">The outermost run.</param>
/// <param name="observation">The end of the run as the caller sees it.</param>
/// <param name="isExact">Whether all happened on one thread, so that the trace has one order.</param>
internal sealed class OutcomeRules(RunTrace run, Observation observation, bool isExact)
{
    private static readonly Happening[] FailureKinds =
    [
        Happening.Failed,
        Happening.UndoFailed,
        Happening.CleanUpFailed,
    ];

    private readonly int _cancelled = run
        .Trace.Index()
        .Where(item => item.Item.Kind == Happening.CallerCancels)
        .Select(item => item.Index)
        .DefaultIfEmpty(int.MaxValue)
        .First();

    public IEnumerable<string> Check() =>
        observation.Failure is { } failure ? CheckCause(failure).Concat(CheckFurther(failure)) : CheckOutput();

    private IEnumerable<string> CheckOutput()
    {
        if (run.HasFailed)
        {
            yield return "The run failed, and the caller was not told";
        }
        else if (
            run.Plan.Stages.FirstOrDefault(stage => run.LastCompleted(stage.Id, int.MaxValue) is null) is { } missing
        )
        {
            yield return $"The run succeeded without {missing.Name}";
        }
        else if (
            observation.Outputs is not [var output]
            || output.Item?.Call != run.LastCompleted(run.Output, int.MaxValue)!.Made
        )
        {
            yield return "The output is not the item that its stage made last";
        }

        if (observation.FurtherFailures is { Count: > 0 })
        {
            yield return "A run that succeeded tells of failures";
        }
    }

    private IEnumerable<string> CheckCause(Exception failure)
    {
        var first = run.Failures.OrderBy(call => call.End).FirstOrDefault();
        if (first is null && _cancelled == int.MaxValue && !run.HasFailedCleanUp)
        {
            return ["The run failed without a reason"];
        }

        if (isExact && first is not null && first.End < _cancelled && !IsFailureOf(first, failure))
        {
            return [$"S{first.Stage.Id} failed first, and the exception is {failure.Message}"];
        }

        var isCancellation = failure is OperationCanceledException && _cancelled != int.MaxValue;
        return isCancellation || run.Failures.Any(call => IsFailureOf(call, failure)) || run.Causes.Contains(failure)
            ? []
            : [$"The exception has no cause: {failure}"];
    }

    private static bool IsFailureOf(StageCall call, Exception failure) =>
        call.Nested is { } nested
            ? nested.Failures.Any(inner => IsFailureOf(inner, failure)) || nested.Causes.Contains(failure)
        : call.Stage.IsGuard
            ? failure is GuardFailedException refused
                && refused.Guard == call.Stage.Name
                && (call.Exceptions.Count == 0 || call.Exceptions.Contains(refused.InnerException))
        : call.Exceptions.Contains(failure);

    private IEnumerable<string> CheckFurther(Exception failure)
    {
        if (!observation.IsOwn)
        {
            // Several runs may end with one exception object. If a task is awaited, the record beside it may be that of another run.
            yield break;
        }

        if (observation.FurtherFailures is not { } further)
        {
            yield return "Nothing tells of further failures";
            yield break;
        }

        Exception[] told = [failure, .. further];
        foreach (var missing in Expected().Where(expected => !told.Contains(expected)).Distinct())
        {
            yield return $"The run does not tell of '{missing.Message}'";
        }

        var allowed = Failed(run.SelfAndNested()).ToHashSet();
        foreach (
            var strange in further.Where(other =>
                other is not GuardFailedException and not OperationCanceledException && !allowed.Contains(other)
            )
        )
        {
            yield return $"The run tells of '{strange.Message}', which did not happen in it";
        }
    }

    /// <summary>The failures that must be told: of the run, of nested runs that failed with it, and of their ends.</summary>
    private IEnumerable<Exception> Expected() =>
        Failed(Failing(run))
            .Except(run.SelfAndNested().SelectMany(inner => inner.Refusals).SelectMany(call => call.Exceptions));

    private static IEnumerable<RunTrace> Failing(RunTrace run) =>
        run
            .Calls.Where(call => call is { Nested: not null, Result: CallResult.Failed })
            .SelectMany(call => Failing(call.Nested!))
            .Prepend(run);

    private static IEnumerable<Exception> Failed(IEnumerable<RunTrace> runs) =>
        runs.SelectMany(inner => inner.Entries.Select(position => inner.Trace[position]))
            .Where(entry => FailureKinds.Contains(entry.Kind))
            .Select(entry => entry.Exception!);
}
