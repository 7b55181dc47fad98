using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes the static property that gives the graph as data, made when it is first read.</summary>
internal static class GraphProperty
{
    /// <summary>Writes the property and the nested class that holds its value.</summary>
    public static void Write(SourceWriter writer, PlannedPipeline pipeline, Identifiers typeMembers)
    {
        var holder = typeMembers.Take("GraphData");
        WriteDeclaration(writer, pipeline.Model, $"{holder}.Value");
        writer.Line();
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"private static class {holder}"))
        {
            writer.Line("internal static readonly global::Sluice.PipelineGraph Value = new(");
            using (writer.Indent())
            {
                writer.Line($"{Literal(pipeline.Model.Name)},");
                WriteStages(writer, pipeline.Model);
                WriteEntryPoints(writer, pipeline);
            }

            writer.Line(");");
        }
    }

    /// <summary>Writes the property alone.</summary>
    public static void WriteDeclaration(SourceWriter writer, PipelineModel model, string value)
    {
        var modifiers = model.HidesInheritedGraph ? "public static new" : "public static";
        writer.Line();
        writer.Line("/// <summary>The graph of this pipeline as data.</summary>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"{modifiers} global::Sluice.PipelineGraph {model.GraphName} => {value};");
    }

    private static void WriteStages(SourceWriter writer, PipelineModel model)
    {
        writer.Line("new global::Sluice.GraphStage[]");
        using (writer.Block(end: "},"))
        {
            foreach (var stage in model.Stages)
            {
                var source = model.Sources[stage.Source];
                writer.Line(
                    $"new({Literal(stage.Name)}, "
                        + $"{(source.Kind == StageSourceKind.Pipeline ? "null" : Literal(source.Member))}, "
                        + $"{(stage.IsEffect ? "null" : Literal(model.Types[stage.OutputType].DisplayName))}, "
                        + $"IsAsynchronous: {Literal(stage.IsAsynchronous)}, "
                        + $"IsOffloaded: {Literal(stage.IsOffloaded)}){Policies(stage)},"
                );
            }
        }
    }

    private static string Policies(StageModel stage)
    {
        var policies = stage.PolicyDisplays.ToArray();
        return policies.Length == 0 ? "" : $" {{ Policies = {Names(policies)} }}";
    }

    private static void WriteEntryPoints(SourceWriter writer, PlannedPipeline pipeline)
    {
        writer.Line("new global::Sluice.GraphEntryPoint[]");
        using (writer.Block())
        {
            foreach (var plan in pipeline.Plans)
            {
                WriteEntryPoint(writer, pipeline.Model, plan);
            }
        }
    }

    private static void WriteEntryPoint(SourceWriter writer, PipelineModel model, ExecutionPlan plan)
    {
        var entryPoint = model.EntryPoints[plan.EntryPoint];
        string NameOf(Binding binding) =>
            binding.Kind == BindingKind.Input
                ? entryPoint.Inputs[binding.Index].Name
                : model.Stages[plan.Stages[binding.Index].Stage].Name;
        var conditions = plan.Stages.Select(stage => stage.Bound.ConditionText).ToArray();

        writer.Line("new(");
        using (writer.Indent())
        {
            writer.Line($"{Literal(entryPoint.Name)},");
            writer.Line($"{Names(entryPoint.Inputs.Select(input => input.Name))},");
            writer.Line($"{Names(plan.Outputs.SelectMany(output => output.Producers).Select(NameOf))},");
            writer.Line($"global::Sluice.Lowering.{plan.Lowering},");
            writer.Line($"{Names(plan.Stages.Select(stage => model.Stages[stage.Stage].Name))},");
            writer.Line("new global::Sluice.GraphEdge[]");
            using (writer.Block())
            {
                foreach (var planned in plan.Stages)
                {
                    WriteEdges(writer, model, plan, planned, NameOf);
                }
            }
        }

        if (conditions.Any(condition => condition is not null))
        {
            writer.Line(")");
            using (writer.Block(end: "},"))
            {
                writer.Line(
                    $"Conditions = new string?[] {{ {string.Join(", ", conditions.Select(condition => condition is null ? "null" : Literal(condition)))} }},"
                );
            }
        }
        else
        {
            writer.Line("),");
        }
    }

    private static void WriteEdges(
        SourceWriter writer,
        PipelineModel model,
        ExecutionPlan plan,
        PlannedStage planned,
        Func<Binding, string> nameOf
    )
    {
        var stage = model.Stages[planned.Stage];
        var read = new HashSet<int>();
        for (var position = 0; position < stage.Parameters.Count; position++)
        {
            foreach (var binding in planned.Arguments[position].Producers.Where(IsProducer))
            {
                writer.Line(
                    $"new({Literal(nameOf(binding))}, {Literal(stage.Name)}, {Literal(stage.Parameters[position].Name)}),"
                );
                if (binding.Kind == BindingKind.Stage)
                {
                    read.Add(binding.Index);
                }
            }
        }

        // What decides whether the stage is needed at all is a condition as well.
        var conditions = planned
            .Bound.Conditions.Concat(planned.Bound.Demand.SelectMany(term => term.Conditions))
            .Select(condition => condition.Source)
            .Distinct();
        foreach (var condition in conditions)
        {
            writer.Line($"new({Literal(nameOf(condition))}, {Literal(stage.Name)}, null) {{ IsCondition = true }},");
            if (condition.Kind == BindingKind.Stage)
            {
                read.Add(condition.Index);
            }
        }

        foreach (var predecessor in planned.Predecessors.Where(predecessor => !read.Contains(predecessor)))
        {
            writer.Line(
                $"new({Literal(model.Stages[plan.Stages[predecessor].Stage].Name)}, {Literal(stage.Name)}, null),"
            );
        }
    }

    private static bool IsProducer(Binding binding) => binding.Kind is BindingKind.Stage or BindingKind.Input;

    private static string Names(IEnumerable<string> names)
    {
        var literals = names.Select(Literal).ToArray();
        return literals.Length == 0
            ? "global::System.Array.Empty<string>()"
            : $"new string[] {{ {string.Join(", ", literals)} }}";
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Literal(bool value) => value ? "true" : "false";
}
