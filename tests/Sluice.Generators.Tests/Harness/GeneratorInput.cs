using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generators.Tests.Harness;

/// <summary>The input of a generator test.</summary>
/// <param name="Sources">The files, in order.</param>
internal sealed record GeneratorInput(params string[] Sources)
{
    /// <summary>The language version of the user's project. The default is the oldest version that emitted code supports.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.CSharp12;

    /// <summary>Whether nullable annotations are enabled in the user's project.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>Whether the project is a program, which may have top-level statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Additional references to other assemblies of the user.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    /// <summary>Other generators in the same project.</summary>
    public ImmutableArray<ISourceGenerator> OtherGenerators { get; init; } = [];

    /// <summary>
    /// Properties of the user's project that are visible to the compiler, without <c>build_property.</c>. The default is the
    /// properties of a project that has the package and runs analyzers.
    /// </summary>
    public ImmutableDictionary<string, string> Properties { get; init; } =
        ImmutableDictionary<string, string>.Empty.Add("SluiceAnalyzersAreOff", "");

    /// <summary>
    /// The ids of the diagnostics that the generator is expected to report, in order. If there are any, the output may have C#
    /// errors, because the pipeline is wrong.
    /// </summary>
    public ImmutableArray<string> ExpectedDiagnostics { get; init; } = [];
}
