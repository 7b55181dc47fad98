using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the static property that returns the graph as data. The graph is created when the property is first read.</summary>
internal static class GraphProperty
{
    /// <summary>Writes the property and the nested class that holds its value.</summary>
    public static void Write(SourceWriter writer, LoweredPipeline pipeline, Identifiers typeMembers)
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

    private static void WriteEntryPoints(SourceWriter writer, LoweredPipeline pipeline)
    {
        writer.Line("new global::Sluice.GraphEntryPoint[]");
        using (writer.Block())
        {
            foreach (var entryPoint in pipeline.EntryPoints)
            {
                WriteEntryPoint(writer, entryPoint);
            }
        }
    }

    private static void WriteEntryPoint(SourceWriter writer, LoweredEntryPoint entryPoint)
    {
        var declaration = entryPoint.Declaration;
        string NameOf(TakenValue producer) =>
            producer is InputValue { Input: var input }
                ? declaration.Inputs[input].Name
                : entryPoint.At(((StageValue)producer).Place).Name;
        var conditions = entryPoint.Stages.Select(stage => stage.ConditionText).ToArray();

        writer.Line("new(");
        using (writer.Indent())
        {
            writer.Line($"{Literal(declaration.Name)},");
            writer.Line($"{Names(declaration.Inputs.Select(input => input.Name))},");
            writer.Line($"{Names(entryPoint.Outputs.SelectMany(output => output.Producers).Select(NameOf))},");
            writer.Line($"global::Sluice.Lowering.{entryPoint.Shape.Lowering},");
            writer.Line($"{Names(entryPoint.Stages.Select(stage => stage.Name))},");
            writer.Line("new global::Sluice.GraphEdge[]");
            using (writer.Block())
            {
                foreach (var (from, to, parameter, isCondition, isCarried) in entryPoint.Edges)
                {
                    var name = parameter is null ? "null" : Literal(parameter);
                    var kind =
                        isCondition ? " { IsCondition = true }"
                        : isCarried ? " { IsCarried = true }"
                        : "";
                    writer.Line($"new({Literal(from)}, {Literal(to)}, {name}){kind},");
                }
            }
        }

        var loops = entryPoint.Stages.Where(stage => stage.Loop is not null).ToArray();
        var isConditional = conditions.Any(condition => condition is not null);
        if (!isConditional && loops.Length == 0)
        {
            writer.Line("),");
            return;
        }

        writer.Line(")");
        using (writer.Block(end: "},"))
        {
            if (isConditional)
            {
                writer.Line(
                    $"Conditions = new string?[] {{ {string.Join(", ", conditions.Select(condition => condition is null ? "null" : Literal(condition)))} }},"
                );
            }

            if (loops.Length > 0)
            {
                writer.Line("Loops = new global::Sluice.GraphLoop[]");
                using (writer.Block(end: "},"))
                {
                    foreach (var decision in loops)
                    {
                        var body = Names(decision.Loop!.Body.Select(place => entryPoint.At(place).Name));
                        writer.Line($"new({Literal(decision.Name)}, {decision.Declaration.Loop!.MaxRounds}, {body}),");
                    }
                }
            }
        }
    }

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
