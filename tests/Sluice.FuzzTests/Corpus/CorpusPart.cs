using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.FuzzTests.Checks;

namespace Sluice.FuzzTests.Corpus;

/// <summary>A compilation whose emitted files are recorded.</summary>
/// <param name="Name">The folder of the files.</param>
/// <param name="Compilation">The compilation.</param>
internal sealed record CorpusPart(string Name, CSharpCompilation Compilation)
{
    // Attributes of methods that other generators implement. Those generators do not run here.
    private static readonly string[] AttributesOfOthers = ["GeneratedRegex", "LoggerMessage", "LibraryImport"];

    /// <summary>Emits the files, by path.</summary>
    /// <exception cref="InvalidOperationException">A pipeline was not compiled or a declaration has an error, so the corpus would be
    /// incomplete.</exception>
    public ImmutableArray<(string Path, string Text)> Emit()
    {
        var driver = CompilerUnderTest
            .Own.CreateDriver()
            .RunGeneratorsAndUpdateCompilation(Compilation, out var output, out var reported);
        var files = GeneratedResult.Of(driver).Files;
        var errors = output
            .GetDeclarationDiagnostics()
            .Concat(reported)
            .Where(found => found.Severity == DiagnosticSeverity.Error && !IsOthers(found))
            .Select(found => found.ToString())
            .Concat(files.Where(file => EmittedCode.IsBroken(file.Text)).Select(file => file.Text))
            .Take(10)
            .ToList();
        return errors.Count == 0
            ? [.. files.Select(file => ($"{Name}/{file.Name}", file.Text))]
            : throw new InvalidOperationException($"{Name} has errors:\n{string.Join('\n', errors)}");
    }

    private static bool IsOthers(Diagnostic error) =>
        error is { Id: "CS8795", Location.SourceTree: { } tree }
        && tree.GetRoot().FindNode(error.Location.SourceSpan).ToString() is var method
        && Array.Exists(AttributesOfOthers, name => method.Contains(name, StringComparison.Ordinal));
}
