using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the view that reads the outputs of stages from the report of a run, by name and type.</summary>
internal static class StageView
{
    /// <summary>Writes the methods that return the view, and its type.</summary>
    public static void Write(SourceWriter writer, LoweredPipeline pipeline, Identifiers typeMembers)
    {
        var model = pipeline.Model;
        var type = typeMembers.Take("StageOutcomes");
        var output = typeMembers.Take("TOutput");
        var hides = model.HidesInheritedView ? "new " : "";
        writer.Line();
        writer.Line("/// <summary>Reads what stages produced in a run from its report.</summary>");
        writer.Line("/// <param name=\"report\">The report of a run of this pipeline.</param>");
        writer.Line("/// <returns>What each stage produced, or why it produced nothing.</returns>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line($"public static {hides}{type} {model.ViewName}(global::Sluice.RunReport report) => new(report);");
        writer.Line();
        writer.Line("/// <summary>Reads what stages produced in a run from its result.</summary>");
        writer.Line($"/// <typeparam name=\"{output}\">The type of the run's output.</typeparam>");
        writer.Line("/// <param name=\"result\">The result of a run of this pipeline.</param>");
        writer.Line("/// <returns>What each stage produced, or why it produced nothing.</returns>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line(
            $"public static {hides}{type} {model.ViewName}<{output}>(global::Sluice.PipelineResult<{output}> result) => new(result.Report);"
        );
        WriteType(writer, pipeline, hides, type);
    }

    private static void WriteType(SourceWriter writer, LoweredPipeline pipeline, string hides, string type)
    {
        var model = pipeline.Model;
        var names = new Identifiers([
            type,
            "Equals",
            "GetHashCode",
            "GetType",
            "ToString",
            "MemberwiseClone",
            "ReferenceEquals",
            "Finalize",
            "report",
            "_report",
        ]);
        writer.Line();
        writer.Line("/// <summary>What the stages of a run produced. The default must not be used.</summary>");
        writer.Line(GeneratedCode.Attribute);
        writer.Line("#pragma warning disable CA1815 // Nobody compares two of them.");
        using (writer.Block($"public {hides}readonly struct {type}"))
        {
            writer.Line("private readonly global::Sluice.RunReport _report;");
            writer.Line();
            writer.Line($"internal {type}(global::Sluice.RunReport report) => _report = report;");
            foreach (var (index, typeName, isPublic) in pipeline.ViewedOutputs)
            {
                var stage = model.Stages[index.Value];
                writer.Line();
                writer.Line($"/// <summary>The output of stage {Xml(stage.Name)}.</summary>");
                writer.Line(
                    $"{(isPublic ? "public" : "internal")} global::Sluice.Outcome<{typeName}> "
                        + $"{Identifiers.Escape(names.Take(NameOf(stage)))} => "
                        + $"_report.OutcomeOf<{typeName}>({Literal(model.Name)}, {index});"
                );
            }
        }

        writer.Line("#pragma warning restore CA1815");
    }

    private static string NameOf(StageModel stage)
    {
        var name = new string([
            .. stage.Name.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_'),
        ]);
        return Identifiers.Pascal(SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name);
    }

    private static string Xml(string text) => System.Security.SecurityElement.Escape(CommentText.Of(text));

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
