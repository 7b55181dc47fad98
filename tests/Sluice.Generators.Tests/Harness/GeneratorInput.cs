using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generators.Tests.Harness;

/// <summary>What a generator test compiles.</summary>
/// <param name="Sources">The files, in order.</param>
internal sealed record GeneratorInput(params string[] Sources)
{
    /// <summary>The language version of the user's project. The oldest one that emitted code supports is the default.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>Whether the user's project has nullable annotations.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>Whether the project makes a program, which may have top-level statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Further references: other assemblies of the user.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Generators of others, which run beside ours.</summary>
    public ImmutableArray<ISourceGenerator> OtherGenerators { get; init; } = [];

    /// <summary>
    /// Properties of the user's project that the compiler sees, without <c>build_property.</c>. By default those of a project that
    /// has the package and runs analyzers.
    /// </summary>
    public ImmutableDictionary<string, string> Properties { get; init; } =
        ImmutableDictionary<string, string>.Empty.Add("SluiceAnalyzersAreOff", "");

    /// <summary>
    /// The ids of the diagnostics that the generator is to report, in order. Where there is one, the output may have errors of its
    /// own, because the pipeline is wrong.
    /// </summary>
    public ImmutableArray<string> ExpectedDiagnostics { get; init; } = [];
}
