using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Rules;

/// <summary>
/// The tags of errors, which the user must not be able to suppress: the bodies of a pipeline with an error do not work.
/// </summary>
internal static class ErrorTags
{
    /// <summary>
    /// The tags of every error. Severities, <c>#pragma</c> directives and suppressors have no effect on a diagnostic
    /// that is not configurable, and <c>[SuppressMessage]</c> has none on a diagnostic with the tag of compiler errors.
    /// </summary>
    public static string[] All { get; } = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    /// <summary>The tags of an error that is reported at the end of the compilation.</summary>
    public static string[] AtEnd { get; } = [.. All, WellKnownDiagnosticTags.CompilationEnd];
}
