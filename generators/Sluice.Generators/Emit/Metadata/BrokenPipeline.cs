using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes bodies for a pipeline that has errors. Without them, the C# compiler would report each method without a body, in addition to
/// the errors that the analyzer reports.
/// </summary>
internal static class BrokenPipeline
{
    /// <summary>Writes the attribute that tells the analyzer that the pipeline was not compiled, and why.</summary>
    public static void WriteMark(SourceWriter writer, Finding error) =>
        writer.Line($"[{Known.Services}.BrokenPipeline({Literal(error.Rule.Id)}, {Literal(FindingText.Of(error))})]");

    /// <summary>Writes the bodies and the other members that user code may refer to.</summary>
    public static void Write(SourceWriter writer, LoweredPipeline pipeline, Identifiers typeMembers)
    {
        var message = Literal($"The pipeline '{pipeline.Model.Name}' has errors and was not compiled.");
        var thrown = $"throw new global::System.InvalidOperationException({message})";
        var signatures = pipeline
            .Model.EntryPoints.Select(entryPoint => entryPoint.Signature)
            .Concat(pipeline.Model.RejectedSignatures);
        foreach (var signature in signatures)
        {
            writer.Line();
            writer.Line(GeneratedCode.Attribute);
            writer.Line($"[{Known.Services}.GeneratedEntryPoint]");
            writer.Line($"{signature} => {thrown};");
        }

        PolicyMemberTarget.WriteAll(writer, pipeline.Model, typeMembers, _ => pipeline.Model.IsStatic, _ => thrown);
        GraphProperty.WriteDeclaration(writer, pipeline.Model, thrown);
        StageView.Write(writer, pipeline, typeMembers);
        new SourceAccessors(pipeline.Model, typeMembers).Write(writer);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
