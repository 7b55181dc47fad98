using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Sluice.Generators.Tests.Harness;
using Sluice.Logging;
using Sluice.Tests.Shared;

namespace Sluice.Generators.Tests;

/// <summary>
/// The C# blocks of each document form one program. It must compile with the generator and without warnings, and print the output
/// that the document shows. The pages of the rules contain wrong code on purpose and are tested with the analyzer.
/// </summary>
public sealed class DocumentationTests
{
    private static readonly ImmutableArray<MetadataReference> FurtherPackages =
    [
        MetadataReference.CreateFromFile(typeof(ILogger).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(LoggingObserver).Assembly.Location),
    ];

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
                .Where(page => DocumentedProgram.Of(File.ReadAllText(page)).Source.Length > 0)
                .Select(page => Path.GetRelativePath(Repository.Root, page))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_blocks_of_a_page_form_a_program_that_prints_what_the_page_shows(string page)
    {
        var program = DocumentedProgram.Of(await File.ReadAllTextAsync(Repository.PathOf(page)));

        Assert.True(program.Source.Contains("Console.Write", StringComparison.Ordinal), $"{page} shows nothing.");
        var run = GeneratorHarness.Run(
            new GeneratorInput(program.Source) { IsProgram = true, References = FurtherPackages }
        );
        var printed = await ProgramOutput.OfAsync(run.Output.Load().Assembly);

        Assert.NotEmpty(run.Text);
        Assert.NotEmpty(printed);
        Assert.True(printed == program.Output, $"{page} does not show what it prints, which is:\n{printed}");
    }

    [Fact]
    public void Each_page_of_the_guide_that_shows_code_is_tested() =>
        Assert.Superset(
            new HashSet<string>
            {
                "README.md",
                "docs/guide/binding.md",
                "docs/guide/branches.md",
                "docs/guide/context.md",
                "docs/guide/fan-out.md",
                "docs/guide/graph.md",
                "docs/guide/loops.md",
                "docs/guide/observing.md",
                "docs/guide/pipelines.md",
                "docs/guide/policies.md",
                "docs/guide/results.md",
                "docs/guide/runs.md",
                "docs/guide/streams.md",
            },
            Pages().Cast<object[]>().Select(row => ((string)row[0]).Replace('\\', '/')).ToHashSet()
        );
}
