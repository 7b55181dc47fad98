using Sluice.DifferentialTests.Branching.Shapes;

namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>
/// Decides, from what becomes of the conditions, whether a stage's output is needed: surely, or at most. The two differ only where
/// a condition itself depends on the stage, so that the stage cannot wait for it.
/// </summary>
public sealed class Demand
{
    private readonly BranchingPlan _plan;
    private readonly Dictionary<int, HashSet<int>> _supports = [];
    private readonly Dictionary<int, bool> _pointless = [];
    private readonly Dictionary<int, bool> _never = [];
    private readonly Dictionary<int, HashSet<int>> _ancestors = [];

    public Demand(BranchingPlan plan)
    {
        _plan = plan;
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
    public IReadOnlyCollection<int> Support(int id) => _supports[id];

    /// <summary>Whether a stage is needed without doubt.</summary>
    public bool IsSure(int id, Evaluator evaluator) => IsNeeded(id, evaluator, isLenient: false);

    /// <summary>Whether a stage may run, since it is needed or could be as far as it can know.</summary>
    public bool IsPossible(int id, Evaluator evaluator) => IsNeeded(id, evaluator, isLenient: true);

    /// <summary>Whether a stage, or one of those before it, is never needed by any that can run.</summary>
    public bool DependsOnPointless(int id) =>
        _ancestors.TryGetValue(id, out var ancestors)
        && ancestors.Append(id).Where(_ancestors.ContainsKey).Any(IsPointless);

    /// <summary>Whether there is no case at all in which a stage is needed. Where a stage could run that takes it, the compiler lets it run.</summary>
    private bool IsPointless(int id)
    {
        if (!_pointless.TryGetValue(id, out var known))
        {
            known = _pointless[id] = Cases().All(holds => !IsNeeded(id, holds));
        }

        return known;
    }

    /// <summary>Whether there is no case at all in which a stage runs. The compiler knows that, and so it asks for nothing.</summary>
    public bool NeverRuns(BranchingStage stage)
    {
        if (!_never.TryGetValue(stage.Id, out var known))
        {
            known = _never[stage.Id] = Cases().All(holds => !CanRun(stage, holds));
        }

        return known;
    }

    /// <summary>Which conditions hold, for each choice that all sources of conditions may make.</summary>
    private IEnumerable<Func<BranchingStage, Guard, bool>> Cases()
    {
        var sources = _plan.Stages.SelectMany(stage => stage.Guards).Select(guard => guard.Source).Distinct().ToArray();
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

            bool Holds(BranchingStage stage, Guard guard) =>
                _plan.Holds(stage, guard, choices[guard.Source])
                && (guard.Source < 0 || CanRun(_plan.Pipeline.Stage(guard.Source), Holds));
        }
    }

    private IEnumerable<int> Before(int id) => _plan.Predecessors(_plan.Pipeline.Stage(id)).Concat(_supports[id]);

    private bool IsNeeded(int id, Evaluator evaluator, bool isLenient)
    {
        return IsNeeded(id, Holds, isLenient);

        bool Holds(BranchingStage stage, Guard guard)
        {
            var verdict = evaluator[guard.Source];
            return (isLenient && IsLenient(id, guard.Source))
                || (
                    verdict.Fate == Fate.Produced
                        ? _plan.Holds(stage, guard, verdict.Choice)
                        // That a condition merely has no value is known too late where any value would do.
                        : isLenient && guard.Source >= 0 && CanRun(_plan.Pipeline.Stage(guard.Source), Holds)
                );
        }
    }

    private bool IsNeeded(int id, Func<BranchingStage, Guard, bool> holds, bool isLenient = false)
    {
        var known = new Dictionary<int, bool>();
        return Needed(id, []);

        bool Needed(int stage, IReadOnlyCollection<int> running)
        {
            if (running.Count == 0 && known.TryGetValue(stage, out var value))
            {
                return value;
            }

            bool Passes(BranchingStage other, Guard guard) => running.Contains(other.Id) || holds(other, guard);
            value =
                _plan.IsOutput(stage)
                || _plan.Pipeline.Stage(stage).IsEffect
                // Conditions are asked side by side: what else lets the stage run that asks is not waited for.
                || _plan
                    .Guarded(stage)
                    .Any(guarded =>
                        !NeverRuns(guarded) && Needed(guarded.Id, isLenient ? Required(guarded, running) : running)
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
    private HashSet<int> Required(BranchingStage stage, IEnumerable<int> others)
    {
        HashSet<int> all = [.. others, stage.Id];
        foreach (
            var producer in stage
                .Parameters.Where(parameter => parameter.Form == Form.Plain)
                .SelectMany(parameter => parameter.Producers)
                .Where(producer => producer >= 0)
        )
        {
            all.UnionWith(Required(_plan.Pipeline.Stage(producer), []));
        }

        return all;
    }

    private bool CanRun(BranchingStage stage, Func<BranchingStage, Guard, bool> holds) =>
        stage.Guards.All(guard => holds(stage, guard))
        && stage
            .Parameters.Where(parameter => parameter.Form == Form.Plain)
            .All(parameter =>
                parameter.Producers.Any(producer => producer < 0 || CanRun(_plan.Pipeline.Stage(producer), holds))
            );

    // What the asker, or somebody on the way to it, cannot wait for.
    private bool IsLenient(int asker, int condition) =>
        condition >= 0
        && (
            condition == asker
            || _ancestors[condition].Contains(asker)
            || Descendants(asker).Any(between => between == condition || _ancestors[condition].Contains(between))
        );

    private IEnumerable<int> Descendants(int id) =>
        _plan.Stages.Select(stage => stage.Id).Where(other => _ancestors[other].Contains(id));

    private void Collect(BranchingStage stage, HashSet<int> support)
    {
        var seen = new HashSet<int>();
        var open = new Stack<BranchingStage>([stage]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Id) || _plan.IsOutput(next.Id) || next.IsEffect)
            {
                continue;
            }

            foreach (var guarded in _plan.Guarded(next.Id))
            {
                open.Push(guarded);
            }

            foreach (var taker in _plan.Takers(next.Id))
            {
                CollectConditions(taker, support);
                open.Push(taker);
            }
        }
    }

    private void CollectConditions(BranchingStage stage, HashSet<int> support)
    {
        support.UnionWith(stage.Guards.Select(guard => guard.Source).Where(source => source >= 0));
        foreach (
            var producer in stage
                .Parameters.Where(parameter => parameter.Form == Form.Plain)
                .SelectMany(parameter => parameter.Producers)
                .Where(producer => producer >= 0)
        )
        {
            CollectConditions(_plan.Pipeline.Stage(producer), support);
        }
    }
}
