using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>
/// Decides, from the verdicts on the conditions, whether a stage's output is needed: surely, or at most. The two differ only if a
/// condition itself depends on the stage, so that the stage cannot wait for it.
/// </summary>
public sealed class Demand
{
    private readonly EntryPointPlan _plan;
    private readonly Dictionary<int, HashSet<int>> _supports = [];
    private readonly Dictionary<int, bool> _pointless = [];
    private readonly Dictionary<int, bool> _never = [];
    private readonly Dictionary<int, HashSet<int>> _ancestors = [];

    // Without conditions, an entry point needs all of its stages.
    private readonly bool _isTotal;

    public Demand(EntryPointPlan plan)
    {
        _plan = plan;
        _isTotal = plan.Stages.All(stage => stage.Conditions.Count == 0);
        if (_isTotal)
        {
            return;
        }

        foreach (var stage in plan.Stages)
        {
            Collect(stage, _supports[stage.Id] = []);
        }

        foreach (var stage in plan.Stages)
        {
            var ancestors = _ancestors[stage.Id] = [];
            var open = new Stack<int>(Before(stage.Id));
            while (open.TryPop(out var id))
            {
                if (ancestors.Add(id))
                {
                    foreach (var before in Before(id))
                    {
                        open.Push(before);
                    }
                }
            }
        }
    }

    /// <summary>The condition stages that decide whether a stage is needed.</summary>
    public IReadOnlyCollection<int> Support(int id) => _isTotal ? [] : _supports[id];

    /// <summary>Whether a stage is needed without doubt.</summary>
    public bool IsSure(int id, Evaluator evaluator) => _isTotal || IsNeeded(id, evaluator, isLenient: false);

    /// <summary>Whether a stage may run, since it is needed or could be as far as it can know.</summary>
    public bool IsPossible(int id, Evaluator evaluator) => _isTotal || IsNeeded(id, evaluator, isLenient: true);

    /// <summary>Whether a stage, or one of those before it, is never needed by any that can run.</summary>
    public bool DependsOnPointless(int id) =>
        _ancestors.TryGetValue(id, out var ancestors)
        && ancestors.Append(id).Where(_ancestors.ContainsKey).Any(IsPointless);

    /// <summary>Whether there is no case at all in which a stage is needed. If a stage could run that takes it, the compiler lets it run.</summary>
    private bool IsPointless(int id)
    {
        if (!_pointless.TryGetValue(id, out var known))
        {
            known = _pointless[id] = Cases().All(holds => !IsNeeded(id, holds));
        }

        return known;
    }

    /// <summary>Whether there is no case at all in which a stage runs. The compiler knows that, and so it asks for nothing.</summary>
    public bool NeverRuns(StageShape stage)
    {
        if (_isTotal)
        {
            return false;
        }

        if (!_never.TryGetValue(stage.Id, out var known))
        {
            known = _never[stage.Id] = Cases().All(holds => !CanRun(stage, holds));
        }

        return known;
    }

    /// <summary>Which conditions hold, for each choice that all sources of conditions may make.</summary>
    private IEnumerable<Func<StageShape, Condition, bool>> Cases()
    {
        var sources = _plan
            .Stages.SelectMany(stage => stage.Conditions)
            .Select(condition => condition.Source)
            .Distinct()
            .ToArray();
        var bounds = sources.Select(source => Routes.Choices(_plan.Pipeline.ContentOf(source))).ToArray();
        var count = bounds.Aggregate(1, (product, bound) => product * bound);
        for (var number = 0; number < count; number++)
        {
            var choices = new Dictionary<int, int>();
            var rest = number;
            for (var place = 0; place < sources.Length; place++)
            {
                choices[sources[place]] = rest % bounds[place];
                rest /= bounds[place];
            }

            yield return Holds;

            bool Holds(StageShape stage, Condition condition) =>
                _plan.Holds(stage, condition, choices[condition.Source])
                && (condition.Source < 0 || CanRun(_plan.Stage(condition.Source), Holds));
        }
    }

    private IEnumerable<int> Before(int id) => _plan.Predecessors(id).Concat(_supports[id]);

    private bool IsNeeded(int id, Evaluator evaluator, bool isLenient)
    {
        return IsNeeded(id, Holds, isLenient);

        bool Holds(StageShape stage, Condition condition)
        {
            var verdict = evaluator[condition.Source];
            return (isLenient && IsLenient(id, condition.Source))
                || (
                    verdict.Fate == Fate.Produced
                        ? _plan.Holds(stage, condition, verdict.Choice)
                        // That a condition merely has no value is known too late if any value would do.
                        : isLenient && condition.Source >= 0 && CanRun(_plan.Stage(condition.Source), Holds)
                );
        }
    }

    private bool IsNeeded(int id, Func<StageShape, Condition, bool> holds, bool isLenient = false)
    {
        var known = new Dictionary<int, bool>();
        return Needed(id, []);

        bool Needed(int stage, IReadOnlyCollection<int> running)
        {
            if (running.Count == 0 && known.TryGetValue(stage, out var value))
            {
                return value;
            }

            bool Passes(StageShape other, Condition condition) => running.Contains(other.Id) || holds(other, condition);
            value =
                _plan.IsOutput(stage)
                || _plan.Stage(stage).IsEffect
                // Conditions are asked side by side: the other conditions of the stage that asks are not waited for.
                || _plan
                    .Conditional(stage)
                    .Any(conditional =>
                        !NeverRuns(conditional)
                        && Needed(conditional.Id, isLenient ? Required(conditional, running) : running)
                    )
                || _plan
                    .Takers(stage)
                    .Any(taker => !NeverRuns(taker) && Needed(taker.Id, running) && CanRun(taker, Passes))
                || (isLenient && IsPointless(stage));
            if (running.Count == 0)
            {
                known[stage] = value;
            }

            return value;
        }
    }

    /// <summary>A stage and all that it requires, added to others.</summary>
    private HashSet<int> Required(StageShape stage, IEnumerable<int> others)
    {
        HashSet<int> all = [.. others, stage.Id];
        foreach (
            var producer in stage
                .Parameters.Where(parameter => parameter.Form == Form.Plain)
                .SelectMany(parameter => parameter.Producers)
                .Where(producer => producer >= 0)
        )
        {
            all.UnionWith(Required(_plan.Stage(producer), []));
        }

        return all;
    }

    private bool CanRun(StageShape stage, Func<StageShape, Condition, bool> holds) =>
        stage.Conditions.All(condition => holds(stage, condition))
        && stage
            .Parameters.Where(parameter => parameter.Form == Form.Plain)
            .All(parameter =>
                parameter.Producers.Any(producer => producer < 0 || CanRun(_plan.Stage(producer), holds))
            );

    // The asker, or a stage on the way to it, cannot wait for such a condition.
    private bool IsLenient(int asker, int condition) =>
        condition >= 0
        && (
            condition == asker
            || _ancestors[condition].Contains(asker)
            || Descendants(asker).Any(between => between == condition || _ancestors[condition].Contains(between))
        );

    private IEnumerable<int> Descendants(int id) =>
        _plan.Stages.Select(stage => stage.Id).Where(other => _ancestors[other].Contains(id));

    private void Collect(StageShape stage, HashSet<int> support)
    {
        var seen = new HashSet<int>();
        var open = new Stack<StageShape>([stage]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Id) || _plan.IsOutput(next.Id) || next.IsEffect)
            {
                continue;
            }

            foreach (var conditional in _plan.Conditional(next.Id))
            {
                open.Push(conditional);
            }

            foreach (var taker in _plan.Takers(next.Id))
            {
                CollectConditions(taker, support);
                open.Push(taker);
            }
        }
    }

    private void CollectConditions(StageShape stage, HashSet<int> support)
    {
        support.UnionWith(stage.Conditions.Select(condition => condition.Source).Where(source => source >= 0));
        foreach (
            var producer in stage
                .Parameters.Where(parameter => parameter.Form == Form.Plain)
                .SelectMany(parameter => parameter.Producers)
                .Where(producer => producer >= 0)
        )
        {
            CollectConditions(_plan.Stage(producer), support);
        }
    }
}
