using System.Collections.Immutable;

namespace Sluice.FuzzTests.Programs;

/// <summary>The programs that are varied.</summary>
internal static class ProgramCatalog
{
    /// <summary>All programs, in a fixed order. Some are only parts of programs (<see cref="FuzzProgram.IsWhole"/>).</summary>
    public static ImmutableArray<FuzzProgram> All() =>
        [
            .. SourceProject.All().SelectMany(project => project.Programs()),
            .. DocumentPrograms.All(),
            .. TestLiterals.Of("tests/Sluice.Analyzers.Tests"),
            .. TestLiterals.Of("tests/Sluice.Compiler.Tests"),
            .. TestLiterals.Of("tests/Sluice.Generators.Tests"),
        ];
}
