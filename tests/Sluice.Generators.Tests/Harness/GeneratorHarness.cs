using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Generators.Tests.Harness;

/// <summary>
/// Runs the generator. Every generator test uses this class, so every test also checks the properties of all emitted code.
/// </summary>
internal static class GeneratorHarness
{
    /// <summary>Runs the generator on files that use the values of <see cref="Shop"/>.</summary>
    public static GeneratorRun Run(params string[] sources) => Run(new GeneratorInput([Shop.Values, .. sources]));

    /// <summary>
    /// Runs the generator and asserts that it does not throw, that it reports the expected diagnostics and no others, that the output
    /// compiles without warnings, that the emitted text is well formed and the same each time and in every culture, that a second run
    /// on the same text runs no step after Parse, and that no step holds an object that belongs to a compilation.
    /// </summary>
    public static GeneratorRun Run(GeneratorInput input)
    {
        var compilation = CompilationFactory.Compile(input);
        var driver = CompilationFactory
            .CreateDriver(input)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var results = driver.GetRunResult().Results;
        Assert.All(results, result => Assert.Null(result.Exception));
        var result = results.Single(CompilationFactory.IsOurs);
        Assert.Equal(input.ExpectedDiagnostics, result.Diagnostics.Select(diagnostic => diagnostic.Id));

        AssertTextIsWellFormed(result);
        if (input.ExpectedDiagnostics.IsEmpty)
        {
            AssertCompilesWithoutWarning(output);
        }

        AssertSameTextAgain(input, result);
        AssertHoldsNothing(result);
        StepReasons
            .Of(driver.RunGenerators(CompilationFactory.Clone(compilation)), CompilationFactory.IsOurs)
            .AssertNothingRan();
        return new GeneratorRun(driver, compilation, output, result);
    }

    /// <summary>The warnings and errors of a compilation, except for missing documentation in the user's code.</summary>
    public static ImmutableArray<Diagnostic> FindProblems(Compilation compilation) =>
        [
            .. WithNullabilityWarnings(compilation)
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Where(diagnostic => diagnostic.Id != "CS1591" || IsEmitted(diagnostic.Location.SourceTree)),
        ];

    /// <summary>Whether a file was emitted by a generator.</summary>
    public static bool IsEmitted(SyntaxTree? tree) =>
        tree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) ?? false;

    // Emitted code switches these warnings off, which saves every build their analysis. It has none all the same.
    private static Compilation WithNullabilityWarnings(Compilation compilation) =>
        compilation
            .SyntaxTrees.Where(IsEmitted)
            .Aggregate(
                compilation,
                (changed, tree) =>
                    changed.ReplaceSyntaxTree(
                        tree,
                        tree.WithChangedText(
                            SourceText.From(
                                tree.ToString()
                                    .Replace(
                                        "#nullable disable warnings",
                                        "#nullable enable warnings",
                                        StringComparison.Ordinal
                                    ),
                                Encoding.UTF8
                            )
                        )
                    )
            );

    private static void AssertCompilesWithoutWarning(Compilation output)
    {
        var problems = FindProblems(output);
        Assert.True(
            problems.IsEmpty,
            string.Join(
                '\n',
                problems
                    .Select(problem => problem.ToString())
                    .Concat(output.SyntaxTrees.Where(IsEmitted).Select(t => t.ToString()))
            )
        );
        var emitted = output.Emit(Stream.Null);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
    }

    private static void AssertTextIsWellFormed(GeneratorRunResult result)
    {
        foreach (var source in result.GeneratedSources)
        {
            Assert.EndsWith(".g.cs", source.HintName, StringComparison.Ordinal);
            Assert.Equal(
                [],
                EmittedTextRules
                    .FindOffences(source.SourceText.ToString())
                    .Select(offence => $"{source.HintName} {offence}")
            );
        }
    }

    // The second run uses a culture with unusual number formats.
    private static void AssertSameTextAgain(GeneratorInput input, GeneratorRunResult result)
    {
        var messages = MessagesOf(result);
        using var culture = HostileCulture.Enter();
        var again = CompilationFactory
            .CreateDriver(input)
            .RunGenerators(CompilationFactory.Compile(input))
            .GetRunResult()
            .Results.Single(CompilationFactory.IsOurs);
        Assert.Equal(
            result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString())),
            again.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))
        );
        Assert.Equal(messages, MessagesOf(again));
    }

    private static string[] MessagesOf(GeneratorRunResult result) =>
        [.. result.Diagnostics.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}")];

    private static void AssertHoldsNothing(GeneratorRunResult result)
    {
        var outputs = new[] { TrackingNames.Parse, TrackingNames.Bind, TrackingNames.Plan, TrackingNames.Emit }
            .SelectMany(name => result.TrackedSteps[name])
            .SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.Equal([], HeldObjects.Find(output.Value)));
    }
}
