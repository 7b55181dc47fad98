using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Tests.Harness;

/// <summary>A run of the generator that has passed every check of the harness.</summary>
/// <param name="Driver">The driver after the run.</param>
/// <param name="Input">The compilation without what was emitted.</param>
/// <param name="Output">The compilation with what was emitted.</param>
/// <param name="Result">What our generator made.</param>
internal sealed record GeneratorRun(
    GeneratorDriver Driver,
    Compilation Input,
    Compilation Output,
    GeneratorRunResult Result
)
{
    /// <summary>The emitted files with their names.</summary>
    public string Text =>
        string.Join(
            "\n",
            Result
                .GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal)
                .Select(source => $"// ==== {source.HintName}\n{source.SourceText}")
        );

    /// <summary>Runs the generator again on changed files and says how each tracked step went.</summary>
    public StepReasons After(Compilation edited) =>
        StepReasons.Of(Driver.RunGenerators(edited), CompilationFactory.IsOurs);
}
