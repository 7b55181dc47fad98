using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Sluice.Generators;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>Builds a project in memory as the compiler would, with the generator, other generators, and the analyzer.</summary>
/// <param name="Files">The files, by path.</param>
internal sealed record Build(params (string Path, string Text)[] Files)
{
    /// <summary>Whether analyzers run.</summary>
    public bool RunsAnalyzers { get; init; } = true;

    /// <summary>The generator.</summary>
    public PipelineGenerator Generator { get; init; } = new();

    /// <summary>The analyzers, and the suppressors of their diagnostics.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; init; } = [new PipelineAnalyzer()];

    /// <summary>Other generators in the same build.</summary>
    public ImmutableArray<IIncrementalGenerator> OtherGenerators { get; init; } = [];

    /// <summary>The options of the user's files, as an <c>.editorconfig</c> sets them.</summary>
    public ImmutableDictionary<string, string> FileOptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The severities that the project sets for diagnostics.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } =
        ImmutableDictionary<string, ReportDiagnostic>.Empty;

    /// <summary>Builds the project and returns its warnings and errors.</summary>
    public async Task<IReadOnlyList<Diagnostic>> RunAsync()
    {
        var compilation = Compile();
        var options = new BuildOptions(RunsAnalyzers, FileOptions);
        var driver = CSharpGeneratorDriver
            .Create(
                [Generator.AsSourceGenerator(), .. OtherGenerators.Select(other => other.AsSourceGenerator())],
                parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
                optionsProvider: options
            )
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported, CancellationToken.None);
        Assert.All(driver.GetRunResult().Results, result => Assert.Null(result.Exception));
        var problems = Problems(reported);
        if (problems.Any(problem => problem.Severity == DiagnosticSeverity.Error))
        {
            // The C# compiler does not run analyzers after an error of a generator.
            return problems;
        }

        var found = RunsAnalyzers
            ? await output
                .WithAnalyzers(Analyzers, new AnalyzerOptions([], options))
                .GetAllDiagnosticsAsync(CancellationToken.None)
            : output.GetDiagnostics(CancellationToken.None);
        return [.. problems, .. Problems(found)];
    }

    /// <summary>Builds the project and returns the ids of its warnings and errors in order of location.</summary>
    public async Task<string> IdsAsync() => string.Join(", ", (await RunAsync()).Select(problem => problem.Id));

    /// <summary>Builds the project and returns its only warning or error.</summary>
    public async Task<Diagnostic> SingleAsync() => Assert.Single(await RunAsync());

    private CSharpCompilation Compile()
    {
        var compilation = Analysis.Compile("using Sluice;");
        compilation = compilation
            .RemoveSyntaxTrees(compilation.SyntaxTrees[^1])
            .AddSyntaxTrees(Files.Select(file => Analysis.Tree(file.Text, file.Path)));
        return compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(Severities));
    }

    private static List<Diagnostic> Problems(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Where(found => found.Severity >= DiagnosticSeverity.Warning && !found.IsSuppressed)
                .OrderBy(found => found.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(found => found.Location.SourceSpan.Start)
                .ThenBy(found => found.Id, StringComparer.Ordinal)
                .ThenBy(found => found.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal),
        ];
}
