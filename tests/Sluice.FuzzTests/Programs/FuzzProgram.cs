using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.FuzzTests.Programs;

/// <summary>A program with a file that declares pipelines, which is varied, and files that are left as they are.</summary>
/// <param name="Name">A name that says where the program is from.</param>
/// <param name="Text">The file that is varied.</param>
/// <param name="Surroundings">The compilation without that file.</param>
internal sealed record FuzzProgram(string Name, string Text, CSharpCompilation Surroundings)
{
    /// <summary>The path of the file that is varied.</summary>
    public const string Path = "Program.cs";

    /// <summary>The compilation with a text in the place of the file that is varied.</summary>
    public CSharpCompilation With(string text) => Surroundings.AddSyntaxTrees(ProgramCompilation.Parse(text, Path));

    /// <summary>
    /// Whether C# has nothing against the file but that partial methods lack bodies, which the generator writes. Otherwise it is
    /// a part of something, or wrong in another way than pipelines are. A file that has an emitted body in it is what comes after.
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
