using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Runs a graph by the definition of its rules, for every assignment of values.</summary>
internal sealed class BruteForce(CompletedGraph completed)
{
    private readonly EntryPointGraph _original = completed.Original;
    private readonly EntryPointGraph _graph = completed.Graph;
    private readonly EntryPointModel _entryPoint = completed.Model.EntryPoints[0];

    public int Count => _graph.Stages.Count;

    /// <summary>Every assignment, or none if there are more than the limit.</summary>
    public IReadOnlyList<Assignment> Assignments(int limit)
    {
        var choices = new List<((BindingKind Kind, int Index) Source, string[] Values)>();
        var mayLack = new List<(BindingKind Kind, int Index)>();
        for (var input = 0; input < _entryPoint.Inputs.Count; input++)
        {
            AddChoices(new Binding(BindingKind.Input, input), _entryPoint.Inputs[input].Type);
            if (_entryPoint.Inputs[input].Form != ValueForm.Plain)
            {
                mayLack.Add((BindingKind.Input, input));
            }
        }

        for (var position = 0; position < Count; position++)
        {
            var stage = completed.Model.Stages[position];
            AddChoices(new Binding(BindingKind.Stage, position), stage.OutputType);
            if (stage.Form != ValueForm.Plain || _graph.Stages[position].FailureIsHandled)
            {
                mayLack.Add((BindingKind.Stage, position));
            }
        }

        var count = choices.Aggregate(1L << mayLack.Count, (product, choice) => product * choice.Values.Length);
        return count > limit ? [] : [.. Enumerable.Range(0, (int)count).Select(Assign)];

        Assignment Assign(int number)
        {
            var values = new Dictionary<(BindingKind, int), string>();
            foreach (var (source, all) in choices)
            {
                values.Add(source, all[number % all.Length]);
                number /= all.Length;
            }

            var lacking = mayLack.Where((_, bit) => (number >> bit & 1) != 0).ToHashSet();
            return new Assignment(values, lacking);
        }

        void AddChoices(Binding source, int type)
        {
            var compared = _original
                .Stages.SelectMany(stage => stage.Conditions)
                .Where(condition => condition.Source == source)
                .SelectMany(condition => condition.Values)
                .Select(value => value.Key)
                .Distinct()
                .ToList();
            if (compared.Count > 0)
            {
                choices.Add(
                    (
                        (source.Kind, source.Index),
                        completed.Model.Types[type].Route switch
                        {
                            RouteKind.Boolean => ["true", "false"],
                            RouteKind.Enum => [.. completed.Model.Types[type].Members.Select(member => member.Key)],
                            _ when completed.Model.TypeRoutes.FirstOrDefault(route => route.Type == type)
                                    is { } route => [.. TypeWorld.Classes(route.IsClosed)],
                            _ => [.. compared, "anything else"],
                        }
                    )
                );
            }
        }
    }

    /// <summary>The stages in an order in which each follows its predecessors. Fails if the graph has a cycle.</summary>
    public IReadOnlyList<int> Order()
    {
        var order = new List<int>();
        while (order.Count < Count)
        {
            var next = Enumerable
                .Range(0, Count)
                .FirstOrDefault(
                    stage => !order.Contains(stage) && _graph.Stages[stage].Predecessors.All(order.Contains),
                    -1
                );
            Assert.True(next >= 0, "The graph has a cycle.");
            order.Add(next);
        }

        return order;
    }

    /// <summary>Runs every stage whose conditions and requirements are met, whether it is needed or not.</summary>
    public Run RunEagerly(Assignment assignment, IReadOnlyList<int> order)
    {
        var run = new Run(assignment, Count);
        foreach (var position in order)
        {
            var stage = _original.Stages[position];
            run.Settle(position, stage.Conditions.All(run.Holds) && Required(position).All(run.HasValue));
        }

        return run;
    }

    /// <summary>Runs the completed graph as an executor does. Fails if a stage runs without a value that it requires.</summary>
    public Run RunOnDemand(Assignment assignment, IReadOnlyList<int> order)
    {
        var run = new Run(assignment, Count);
        foreach (var position in order)
        {
            var stage = _graph.Stages[position];
            var isNeeded =
                !stage.IsNeverNeeded
                && (stage.Demand.Count == 0 || stage.Demand.Any(term => term.Conditions.All(run.Holds)));
            var runs = isNeeded && stage.Conditions.All(run.Holds) && stage.Requirements.All(run.HasValue);
            Assert.True(!runs || Required(position).All(run.HasValue), "A stage runs without what it requires.");
            run.Settle(position, runs);
            run.IsNeeded[position] = isNeeded;
        }

        return run;
    }

    /// <summary>The stages of an eager run whose values are outputs, effects, or used by another needed stage.</summary>
    /// <param name="eager">The run.</param>
    /// <param name="order">The order of the stages.</param>
    /// <param name="mayRun">The stages that run in some assignment. The conditions of other stages are not evaluated.</param>
    public bool[] NeededIn(Run eager, IReadOnlyList<int> order, IReadOnlyList<bool> mayRun)
    {
        var isNeeded = new bool[Count];
        foreach (var position in order.Reverse())
        {
            isNeeded[position] |=
                completed.Model.Stages[position].IsEffect
                || _graph.Outputs.Any(output => output.Producers.Contains(new Binding(BindingKind.Stage, position)));
            if (!isNeeded[position] || !mayRun[position])
            {
                continue;
            }

            var stage = _original.Stages[position];
            Mark(stage.Conditions.Select(condition => condition.Source));
            if (eager.HasRun[position])
            {
                Mark(stage.Arguments.SelectMany(argument => argument.Producers));
            }
        }

        return isNeeded;

        void Mark(IEnumerable<Binding> sources)
        {
            foreach (var source in sources.Where(source => source.Kind == BindingKind.Stage))
            {
                isNeeded[source.Index] = true;
            }
        }
    }

    /// <summary>Whether a stage is, directly or indirectly, a predecessor of the source of a condition.</summary>
    public bool PrecedesCondition(int position)
    {
        var waiting = new Stack<int>(
            _original
                .Stages.SelectMany(stage => stage.Conditions)
                .Select(condition => condition.Source)
                .Where(source => source.Kind == BindingKind.Stage)
                .Select(source => source.Index)
        );
        var visited = new HashSet<int>();
        while (waiting.TryPop(out var next))
        {
            if (visited.Add(next))
            {
                foreach (var predecessor in _graph.Stages[next].Predecessors)
                {
                    waiting.Push(predecessor);
                }
            }
        }

        return visited.Contains(position);
    }

    private IEnumerable<Binding> Required(int position) =>
        _original
            .Stages[position]
            .Arguments.Where((_, index) => completed.Model.Stages[position].Parameters[index].Form == ValueForm.Plain);
}
