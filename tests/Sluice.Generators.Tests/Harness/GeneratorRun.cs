using Microsoft.CodeAnalysis;

namespace Sluice.Generators.Tests.Harness;

/// <summary>A run of the generator that has passed every check of the harness.</summary>
/// <param name="Driver">The driver after the run.</param>
/// <param name="Input">The compilation without the emitted code.</param>
/// <param name="Output">The compilation with the emitted code.</param>
/// <param name="Result">The result of the generator under test.</param>
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

    /// <summary>Runs the generator again on changed files and returns the reason of each tracked step.</summary>
    public StepReasons After(Compilation edited) =>
        StepReasons.Of(Driver.RunGenerators(edited), CompilationFactory.IsOurs);
}
