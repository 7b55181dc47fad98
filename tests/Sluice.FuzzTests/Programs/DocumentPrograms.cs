using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sluice.FuzzTests.Programs;

/// <summary>The programs of the documentation: one for all code blocks of a page, and one for each block of a rule.</summary>
internal static partial class DocumentPrograms
{
    /// <summary>All programs.</summary>
    public static IEnumerable<FuzzProgram> All() =>
        Directory
            .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(Repository.PathOf("README.md"))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => IsRule(path) ? OfRule(path) : OfPage(path));

    private static bool IsRule(string path) => Path.GetFileName(path).StartsWith("SLU", StringComparison.Ordinal);

    private static IEnumerable<FuzzProgram> OfRule(string path) =>
        Blocks(path)
            .Select((block, index) => Program($"{Path.GetFileName(path)}#{index}", block, isProgram: false))
            .Where(HasPipeline);

    // In a program, all statements come before all types.
    private static IEnumerable<FuzzProgram> OfPage(string path)
    {
        var units = Blocks(path)
            .Select(block => SyntaxFactory.ParseCompilationUnit(block, options: ProgramCompilation.ParseOptions))
            .ToList();
        var members = units.SelectMany(unit => unit.Members).ToList();
        var parts = units
            .SelectMany(unit => unit.Usings)
            .Concat<SyntaxNode>(members.Where(member => member is GlobalStatementSyntax))
            .Concat(members.Where(member => member is not GlobalStatementSyntax));
        var text = string.Concat(parts.Select(part => part.ToFullString()));
        return new[] { Program(Path.GetRelativePath(Repository.Root, path), text, isProgram: true) }.Where(HasPipeline);
    }

    private static bool HasPipeline(FuzzProgram program) =>
        program.Text.Contains("[Pipeline", StringComparison.Ordinal);

    private static FuzzProgram Program(string name, string text, bool isProgram) =>
        new(name, text, ProgramCompilation.Of([], [.. ProgramCompilation.ImplicitUsings, "Sluice"], isProgram));

    private static IEnumerable<string> Blocks(string path) =>
        CSharpBlock()
            .Matches(File.ReadAllText(path).ReplaceLineEndings("\n"))
            .Select(block => block.Groups["code"].Value);

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();
}
