using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>Checks the output or the failure that the caller of an entry point gets.</summary>
internal sealed class OutcomeVerifier(RunRecord record, Evaluator evaluator)
{
    private readonly EntryPointPlan _plan = record.Plan;
    private readonly Observation _observation = record.Observation;

    public IEnumerable<string> Verify()
    {
        var failures = record.Trace.Where(record.IsFailure).ToArray();
        var ends = record
            .Trace.Where(entry =>
                entry.Kind is Happening.CallerCancels
                || (entry.Kind is Happening.CancelledRun && !(_observation.Failure is null && IsTooLate(entry)))
                || record.IsFailure(entry)
            )
            .ToArray();
        var missing = Missing();
        var isOnlyCancelled = ends.All(entry => entry.Kind is Happening.CallerCancels);
        if (
            ends.Length == 0
            || (isOnlyCancelled && missing is null && (_observation.Failure is null || HasSucceeded()))
        )
        {
            return _observation.Failure is not null ? ["The run failed without a reason"]
                : missing is not null ? [missing]
                : Outputs();
        }

        return _observation.Failure is not { } failure ? ["The run failed, and the caller was not told"]
            : _plan.Pipeline.Continues && failures.Length == ends.Length ? Failures(failures, failure, missing)
            : Cause(ends, failure);
    }

    // A cancellation that comes when nothing is left to start changes nothing. Elements are not started one by one.
    private bool HasSucceeded() =>
        _plan.HasStaticOrder && record.Trace.Count(entry => entry.Kind == Happening.Succeeded) == _plan.Stages.Count;

    /// <summary>A run that goes on after failures tells of all of them.</summary>
    private IEnumerable<string> Failures(Entry[] failures, Exception failure, string? missing)
    {
        if (missing is not null)
        {
            yield return missing;
        }

        var isInOrder = record.IsExact && failures.All(entry => _plan.Stage(entry.Stage).Each is null);
        if (!failures.Any(entry => IsCause(entry, failure)) || (isInOrder && !IsCause(failures[0], failure)))
        {
            yield return "The exception is not the first failure";
        }

        // At least one of a stage's failed elements stands for all of them.
        var least = failures.Select(entry => entry.Stage).Distinct().Count() - 1;
        var told = _observation.FurtherFailures?.Count ?? 0;
        if (told < least || told > failures.Length - 1)
        {
            yield return $"{_observation.FurtherFailures?.Count} further failures were told, not {failures.Length - 1}";
        }
    }

    private IEnumerable<string> Cause(Entry[] ends, Exception failure)
    {
        if (
            record.IsExact
            && !_plan.Pipeline.Continues
            && ends[0].Kind != Happening.CallerCancels
            && _plan.Stage(ends[0].Stage).Each is null
        )
        {
            return IsCause(ends[0], failure) ? [] : ["The exception is not the first cause"];
        }

        return ends.Any(entry => IsCause(entry, failure)) ? [] : ["The exception has no cause"];
    }

    // A stage with elements has failed with the first of them: another that cancels the run then changes nothing.
    private bool IsTooLate(Entry cancellation) =>
        _plan.Stage(cancellation.Stage).Each is not null
        && record
            .Trace.TakeWhile(entry => !record.IsExact || !ReferenceEquals(entry, cancellation))
            .Any(entry => entry.Stage == cancellation.Stage && entry.Kind == Happening.Failed);

    private string? Missing()
    {
        var calls = record
            .Trace.Where(entry => entry.Kind == Happening.Started)
            .CountBy(entry => entry.Stage)
            .ToDictionary();
        foreach (var stage in _plan.Stages.Where(stage => _plan.Demand.IsSure(stage.Id, evaluator)))
        {
            var verdict = evaluator[stage.Id];
            var count = calls.GetValueOrDefault(stage.Id);
            if (
                verdict.Calls.Count > 0
                && (count == 0 || (verdict.Fate == Fate.Produced && count < verdict.Calls.Count))
            )
            {
                return $"S{stage.Id} was called {count} times, not {verdict.Calls.Count}";
            }
        }

        return null;
    }

    private IEnumerable<string> Outputs()
    {
        var outputs = _plan.EntryPoint.Outputs;
        var wanted = outputs.Select(evaluator.Output).ToArray();
        if (_plan.EntryPoint.GivesResult && wanted.FirstOrDefault(output => output.Text == Seen.Absent) is { } absent)
        {
            // A result of several outputs has none of them if one is absent.
            wanted = [absent with { Reasons = null }];
        }

        if (_observation.Outputs.Count != wanted.Length)
        {
            return ["The outputs are not all there"];
        }

        return wanted
            .Zip(_observation.Outputs)
            .Where(
                (pair, index) =>
                    !pair.First.Accepts(_plan, outputs[Math.Min(index, outputs.Count - 1)].Producers, pair.Second)
                    && !IsOfAnotherElement(outputs[index], pair.Second)
            )
            .Select(pair => $"An output is {pair.Second}, not {pair.First}")
            .Concat(
                _observation
                    .Outputs.Where(output => output.Item is { } item && item.Run != record.Run)
                    .Select(output => $"The output {output} is one of another run")
            );
    }

    // If several elements fail, the stage has failed with the one that did first.
    private bool IsOfAnotherElement(Output output, Seen seen) =>
        output.Form == Form.Outcome
        && output.Producers is [var producer]
        && evaluator[producer] is { Fate: Fate.Failed } verdict
        && verdict.Failures.Contains(seen.Text);

    private bool IsCause(Entry entry, Exception failure) =>
        entry.Kind switch
        {
            Happening.CallerCancels => failure is OperationCanceledException,
            Happening.CancelledRun => failure is RunCancelledException cancelled
                && cancelled.Reason == Evaluator.ReasonOf(entry.Stage),
            _ => entry.Call!.Conduct.Ending switch
            {
                Ending.AsksForRetry => failure is RetryRequestedException { RetryAfter.TotalSeconds: 3 },
                Ending.GivesUnnamed => failure is InvalidOperationException
                    && failure.Message.Contains($"S{entry.Stage}", StringComparison.Ordinal),
                _ => ReferenceEquals(entry.Exception, failure),
            },
        };
}
