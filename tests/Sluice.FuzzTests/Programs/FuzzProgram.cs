using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.FuzzTests.Programs;

/// <summary>A program with one file that declares pipelines and is varied, and other files that stay unchanged.</summary>
/// <param name="Name">A name that tells where the program comes from.</param>
/// <param name="Text">The file that is varied.</param>
/// <param name="Surroundings">The compilation without that file.</param>
internal sealed record FuzzProgram(string Name, string Text, CSharpCompilation Surroundings)
{
    /// <summary>The path of the file that is varied.</summary>
    public const string Path = "Program.cs";

    /// <summary>The compilation with the given text as the varied file.</summary>
    public CSharpCompilation With(string text) => Surroundings.AddSyntaxTrees(ProgramCompilation.Parse(text, Path));

    /// <summary>
    /// Whether the file has no C# errors except for missing bodies of partial methods, which the generator writes. Otherwise the file
    /// is only a part of a program, or its errors are not about pipelines. A file with emitted bodies does not count, because it is
    /// output of the generator.
    /// </summary>
    public bool IsWhole()
    {
        if (Text.Contains("GeneratedEntryPoint", StringComparison.Ordinal))
        {
            return false;
        }

        var compilation = With(Text);
        return !compilation
            .GetSemanticModel(compilation.SyntaxTrees[^1])
            .GetDiagnostics()
            .Any(found =>
                found.Severity == DiagnosticSeverity.Error && found.Id is not ("CS8795" or "CS0751" or "CS0759")
            );
    }
}
