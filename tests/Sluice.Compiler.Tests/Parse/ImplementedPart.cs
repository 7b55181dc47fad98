using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>
/// Writes the implementing part of a pipeline with bodies that throw. The declarations in the model must be sufficient for it.
/// </summary>
internal static class ImplementedPart
{
    private const string Attributes = """
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "1"), global::Sluice.CompilerServices.GeneratedEntryPoint]
        """;

    /// <summary>Asserts that the part compiles without warnings, and that it does not change the model.</summary>
    public static void AssertCompiles(string source)
    {
        var compilation = Source.Compile(source);
        var model = Source.Parse(compilation).Model;
        var implemented = compilation.AddSyntaxTrees(Source.Tree(Write(model)));
        Assert.Empty(
            implemented
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString())
        );
        Assert.Equal(model, Source.Parse(implemented).Model);
    }

    private static string Write(PipelineModel model)
    {
        var declaration = model.Declaration;
        List<string> headers = [.. declaration.ContainingTypes, declaration.Header];
        if (declaration.Namespace.Length > 0)
        {
            headers.Insert(0, "namespace " + declaration.Namespace);
        }

        var members = model
            .EntryPoints.Select(entryPoint => entryPoint.Signature)
            .Concat(model.RejectedSignatures)
            .Select(signature => Attributes + signature + " { throw null!; }")
            .Append(
                $"[global::System.CodeDom.Compiler.GeneratedCode(\"Sluice\", \"1\")] static {declaration.Self}? Emitted {{ get; }}"
            );
        return $"#nullable enable\n{string.Join(" { ", headers)} {{ {string.Join('\n', members)} {string.Concat(headers.Select(_ => '}'))}";
    }
}
