using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Tests.Harness;
using Sluice.Tests.Shared;

namespace Sluice.Generators.Tests;

/// <summary>
/// The C# blocks of each document form one program. It has to compile with the generator and without a warning. The pages of the
/// rules, whose blocks are wrong on purpose, are tested with the analyzer.
/// </summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages() =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
                .Append(Repository.PathOf("README.md"))
                .Append(Repository.PathOf("CONTRIBUTING.md"))
                .Where(page =>
                    !page.Contains(
                        $"{Path.DirectorySeparatorChar}rules{Path.DirectorySeparatorChar}SLU",
                        StringComparison.Ordinal
                    )
                )
                .Where(page => Blocks().IsMatch(File.ReadAllText(page)))
                .Select(page => Path.GetRelativePath(Repository.Root, page))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_blocks_of_a_page_form_a_program_that_compiles(string page)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        var program = string.Join("\n", Blocks().Matches(text).Select(block => block.Groups["code"].Value));
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(program).GetRoot();

        var run = GeneratorHarness.Run(
            new GeneratorInput(program) { IsProgram = root.Members.OfType<GlobalStatementSyntax>().Any() }
        );

        Assert.NotEmpty(run.Text);
    }

    [Fact]
    public void Each_page_of_the_guide_has_a_block() =>
        Assert.Superset(
            new HashSet<string>
            {
                "README.md",
                "docs/guide/binding.md",
                "docs/guide/graph.md",
                "docs/guide/pipelines.md",
                "docs/guide/runs.md",
            },
            Pages().Cast<object[]>().Select(row => ((string)row[0]).Replace('\\', '/')).ToHashSet()
        );

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
