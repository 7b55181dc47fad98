using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Rules;

/// <summary>The tags of every error, which nothing may keep from the build: a pipeline with one has no bodies that work.</summary>
internal static class ErrorTags
{
    /// <summary>
    /// No severity, no <c>#pragma</c> and no suppressor counts for what is not configurable, and no <c>[SuppressMessage]</c> for
    /// what has the tag of the compiler's own errors.
    /// </summary>
    public static string[] All { get; } = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    /// <summary>The same for an error that is reported when all of a compilation has been seen.</summary>
    public static string[] AtEnd { get; } = [.. All, WellKnownDiagnosticTags.CompilationEnd];
}
