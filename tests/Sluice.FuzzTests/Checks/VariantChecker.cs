using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.FuzzTests.Programs;

namespace Sluice.FuzzTests.Checks;

/// <summary>Checks the variants of one program, one after the other.</summary>
/// <param name="program">The program.</param>
/// <param name="compiler">The generator and the analyzer.</param>
internal sealed class VariantChecker(FuzzProgram program, CompilerUnderTest compiler) : IDisposable
{
    // Work is measured in allocated bytes, which are the same on every machine. FreeBytes covers objects that are created once per
    // process.
    private const long FreeBytes = 256L << 20;
    private const long BytesPerByte = 30;

    private readonly FixChecker _fixes = new(program, compiler);
    private GeneratorDriver _incremental = compiler.CreateDriver();
    private readonly HashSet<string> _usualTexts = [];
    private long? _usualBytes;

    public void Dispose() => _fixes.Dispose();

    /// <summary>Classifies an exception that the C# compiler threw: whether it throws on the user's files alone.</summary>
    /// <param name="text">The text of the varied file.</param>
    /// <param name="exception">The exception.</param>
    public Finding OfLanguageCompiler(string text, Exception exception)
    {
        var compilation = program.With(text);
        try
        {
            foreach (var file in compilation.SyntaxTrees)
            {
                compilation.GetSemanticModel(file).GetDiagnostics();
            }
        }
        catch (Exception again) when (again is not OutOfMemoryException)
        {
            return Finding.Of(FindingKind.LanguageCompilerThrows, again);
        }

        return Finding.Of(FindingKind.LanguageCompilerThrowsOnEmitted, exception);
    }

    /// <summary>Checks a variant.</summary>
    /// <param name="text">The text of the varied file.</param>
    /// <param name="isThorough">Whether to apply code fixes, and to compile also those emitted files that are identical to files
    /// emitted for the first variant. This takes as long as all other checks and finds little.</param>
    public async Task<ImmutableArray<Finding>> CheckAsync(string text, bool isThorough)
    {
        var compilation = program.With(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var driver = compiler.CreateDriver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var result = GeneratedResult.Of(driver);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var isFirst = _usualBytes is null;
        _usualBytes ??= bytes;
        if (bytes > FreeBytes + (BytesPerByte * _usualBytes))
        {
            findings.Add(new Finding(FindingKind.CostsTooMuch, "", $"{bytes} bytes in the place of {_usualBytes}"));
        }

        if (result.Exception is { } exception)
        {
            findings.Add(Finding.Of(FindingKind.GeneratorThrows, exception));
        }

        _incremental = _incremental.RunGenerators(compilation);
        if (GeneratedResult.Of(_incremental).Difference(result) is { } difference)
        {
            findings.Add(new Finding(FindingKind.IncrementalDiffers, difference.Split(' ', '\n')[0], difference));
        }

        var (reported, failures, analyzed) = await Analysis
            .OfFileAsync(output, compilation.SyntaxTrees[^1], compiler.Analyzer)
            .ConfigureAwait(false);
        findings.AddRange(failures);
        var said = driver.GetRunResult().Diagnostics.AddRange(reported);
        findings.AddRange(Analysis.KeptFailures(said));
        var emitted = new EmittedCode(analyzed, program, said);
        findings.AddRange(emitted.Check(tree => isFirst || isThorough || !_usualTexts.Contains(tree.ToString())));
        if (emitted.IsSilentlyBroken() && !await HasErrorsElsewhereAsync(output).ConfigureAwait(false))
        {
            findings.Add(new Finding(FindingKind.BrokenIsGreen, "", "A pipeline is broken, and nothing says so."));
        }

        if (isFirst)
        {
            _usualTexts.UnionWith(result.Files.Select(file => file.Text));
        }

        if (isThorough && _fixes.CanMend(reported, compilation.SyntaxTrees[^1]))
        {
            findings.AddRange(await _fixes.CheckAsync(text).ConfigureAwait(false));
        }

        return findings.ToImmutable();
    }

    // A change of the varied file may break a pipeline of another file.
    private async Task<bool> HasErrorsElsewhereAsync(Compilation output) =>
        (await Analysis.OfAllAsync(output, compiler.Analyzer).ConfigureAwait(false)).Reported.Any(found =>
            found.Severity == DiagnosticSeverity.Error
        );
}
