using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Finds the edges that the graph of an entry point has as data.</summary>
internal static class EdgeLowering
{
    /// <summary>The edges, by the places of the stages that they lead to.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="plan">The plan of the entry point.</param>
    public static IReadOnlyList<LoweredEdge> Of(PipelineModel model, ExecutionPlan plan)
    {
        var values = new ValueLowering(model, plan);
        return [.. plan.Stages.SelectMany(stage => Of(model, plan, stage, values))];
    }

    private static IEnumerable<LoweredEdge> Of(
        PipelineModel model,
        ExecutionPlan plan,
        PlannedStage planned,
        ValueLowering values
    )
    {
        var stage = model.Stages[planned.Stage];
        var read = new HashSet<int>();
        for (var position = 0; position < stage.Parameters.Count; position++)
        {
            foreach (var binding in planned.Arguments[position].Producers.Where(IsProducer))
            {
                yield return new LoweredEdge(values.NameOf(binding), stage.Name, stage.Parameters[position].Name);
                if (binding.Kind == BindingKind.Stage)
                {
                    read.Add(binding.Index);
                }
            }

            if (planned.Arguments[position] is { Kind: BindingKind.Carried, Index: var decision })
            {
                yield return new LoweredEdge(
                    model.Stages[plan.Stages[decision].Stage].Name,
                    stage.Name,
                    stage.Parameters[position].Name,
                    IsCarried: true
                );
            }
        }

        // What decides whether the stage is needed at all is a condition as well.
        var conditions = planned
            .Bound.Conditions.Concat(planned.Bound.Demand.SelectMany(term => term.Conditions))
            .Select(condition => condition.Source)
            .Distinct();
        foreach (var condition in conditions)
        {
            yield return new LoweredEdge(values.NameOf(condition), stage.Name, Parameter: null, IsCondition: true);
            if (condition.Kind == BindingKind.Stage)
            {
                read.Add(condition.Index);
            }
        }

        foreach (var predecessor in planned.Predecessors.Where(predecessor => !read.Contains(predecessor)))
        {
            var name = model.Stages[plan.Stages[predecessor].Stage].Name;
            yield return new LoweredEdge(name, stage.Name, Parameter: null);
        }
    }

    private static bool IsProducer(Binding binding) => binding.Kind is BindingKind.Stage or BindingKind.Input;
}
