using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>
/// Follows a run on one thread: when nothing happens by itself any more, every stage that could start must have started, and nothing may
/// start after the end of the run is decided.
/// </summary>
internal sealed class TimelinessVerifier(RunRecord record, Evaluator evaluator)
{
    private readonly EntryPointPlan _plan = record.Plan;
    private readonly Dictionary<int, int> _started = [];
    private readonly Dictionary<int, int> _ended = [];

    public IEnumerable<string> Verify()
    {
        var failing = new HashSet<int>();
        var isOver = false;
        foreach (var entry in record.Trace)
        {
            switch (entry.Kind)
            {
                case Happening.Started:
                    if (isOver)
                    {
                        yield return $"S{entry.Stage} started after a failure or a cancellation";
                    }

                    _started[entry.Stage] = _started.GetValueOrDefault(entry.Stage) + 1;
                    continue;
                case Happening.Idle:
                    // A static order is followed more closely by its own verifier.
                    if (!isOver && failing.Count == 0 && !_plan.HasStaticOrder && Late() is { } late)
                    {
                        yield return late;
                    }

                    continue;
                case Happening.CallerCancels:
                    isOver = true;
                    continue;
                default:
                    _ended[entry.Stage] = _ended.GetValueOrDefault(entry.Stage) + 1;
                    if (entry.Kind == Happening.CancelledRun || (!_plan.Pipeline.Continues && record.IsFailure(entry)))
                    {
                        failing.Add(entry.Stage);
                    }

                    // If one of many elements fails, those that are under way are awaited before their stage has failed.
                    isOver |= failing.Contains(entry.Stage) && _ended[entry.Stage] == _started[entry.Stage];
                    continue;
            }
        }
    }

    private string? Late()
    {
        foreach (var stage in _plan.Stages)
        {
            var verdict = evaluator[stage.Id];
            if (verdict.Calls.Count == 0 || !_plan.Demand.IsSure(stage.Id, evaluator))
            {
                continue;
            }

            var count = _started.GetValueOrDefault(stage.Id);
            var running = count - _ended.GetValueOrDefault(stage.Id);
            if (count == 0 && Before(stage.Id).All(before => IsSettled(before, [stage.Id])))
            {
                return $"S{stage.Id} was ready and did not start";
            }

            var limit = stage.MaxConcurrency == 0 ? int.MaxValue : stage.MaxConcurrency;
            if (count > 0 && count < verdict.Calls.Count && running < limit && verdict.Fate == Fate.Produced)
            {
                return $"S{stage.Id} had only {running} elements under way";
            }
        }

        return null;
    }

    private bool HasEnded(int id) =>
        _ended.GetValueOrDefault(id) is var count
        && count > 0
        && count == _started[id]
        && (count == evaluator[id].Calls.Count || evaluator[id].Fate == Fate.Failed);

    private bool IsSettled(int id, HashSet<int> asked)
    {
        if (id < 0 || HasEnded(id))
        {
            return true;
        }

        // A stage that may or may not run is not known to have settled.
        var isLeftOut = evaluator[id].Calls.Count == 0 || !_plan.Demand.IsPossible(id, evaluator);
        return !asked.Contains(id)
            && isLeftOut
            && !_started.ContainsKey(id)
            && Before(id).All(before => IsSettled(before, [.. asked, id]));
    }

    private IEnumerable<int> Before(int id) => _plan.Predecessors(id).Concat(_plan.Demand.Support(id));
}
