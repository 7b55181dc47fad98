using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>Checks which calls were made, after which others, and with which arguments.</summary>
internal sealed class CallVerifier(RunRecord record, Evaluator evaluator)
{
    private readonly EntryPointPlan _plan = record.Plan;

    public IEnumerable<string> Verify() => Calls().Concat(Order()).Concat(Elements());

    /// <summary>Each call must be one that had to be made, with the arguments that belong to it, for a stage that needs it.</summary>
    private IEnumerable<string> Calls()
    {
        var seen = new HashSet<(int, string?)>();
        foreach (var entry in record.Trace.Where(entry => entry.Kind == Happening.Started))
        {
            if (!seen.Add((entry.Stage, entry.Element)))
            {
                yield return $"S{entry.Stage} was called twice{(entry.Element is null ? "" : $" with {entry.Element}")}";
            }

            if (!_plan.Includes(entry.Stage))
            {
                yield return $"S{entry.Stage} is no part of the entry point";
            }
            else if (!evaluator[entry.Stage].Calls.TryGetValue(entry.Element ?? "", out var call))
            {
                yield return $"S{entry.Stage} was called and had to be skipped";
            }
            else if (!IsGiven(call, entry))
            {
                yield return $"S{entry.Stage} was given {string.Join(", ", entry.Call!.Arguments)}, not {string.Join(", ", call.Arguments)}";
            }
            else if (!_plan.Demand.IsPossible(entry.Stage, evaluator))
            {
                yield return $"S{entry.Stage} was called, and nothing needs it";
            }
        }
    }

    private bool IsGiven(ExpectedCall call, Entry entry) =>
        call
            .Arguments.Zip(entry.Call!.Arguments, _plan.Stage(entry.Stage).Parameters)
            .All(argument => argument.First.Accepts(_plan, argument.Third.Producers, argument.Second));

    /// <summary>The stages that a stage waits for must have ended before it starts.</summary>
    private IEnumerable<string> Order()
    {
        var starts = new Dictionary<int, int>();
        var ends = new Dictionary<int, int>();
        foreach (var (position, entry) in record.Trace.Index())
        {
            if (entry.Kind is Happening.Idle or Happening.CallerCancels)
            {
                continue;
            }

            ends[entry.Stage] = position;
            if (entry.Kind == Happening.Started)
            {
                starts.TryAdd(entry.Stage, position);
            }
        }

        foreach (var stage in _plan.Stages.Where(stage => starts.ContainsKey(stage.Id)))
        {
            foreach (var predecessor in stage.After.Where(_plan.Includes).Concat(Awaited(stage)))
            {
                if (ends.TryGetValue(predecessor, out var end) && end > starts[stage.Id])
                {
                    yield return $"S{stage.Id} started before S{predecessor} had ended";
                }
            }
        }
    }

    private IEnumerable<int> Awaited(StageShape stage)
    {
        foreach (var condition in stage.Conditions.Where(condition => condition.Source >= 0))
        {
            yield return condition.Source;
        }

        foreach (var parameter in stage.Parameters)
        {
            // The sources of a merge after the one that is taken do not matter.
            foreach (var producer in parameter.Producers)
            {
                if (producer >= 0)
                {
                    yield return producer;
                }

                if (evaluator[producer].Fate == Fate.Produced)
                {
                    break;
                }
            }
        }
    }

    /// <summary>No more elements may be under way at once than the stage allows.</summary>
    private IEnumerable<string> Elements()
    {
        foreach (var stage in _plan.Stages.Where(stage => stage.Each is not null))
        {
            var limit =
                stage is { Return: ReturnStyle.Synchronous, IsOffloaded: false } ? 1
                : stage.MaxConcurrency > 0 ? stage.MaxConcurrency
                : stage.IsOffloaded ? Environment.ProcessorCount
                : int.MaxValue;
            var running = 0;
            foreach (var entry in record.Trace.Where(entry => entry.Stage == stage.Id))
            {
                running += entry.Kind switch
                {
                    Happening.Started => 1,
                    Happening.CallerCancels => 0,
                    _ => -1,
                };
                if (running > limit)
                {
                    yield return $"S{stage.Id} had {running} elements under way";
                }
            }
        }
    }
}
