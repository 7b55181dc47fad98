using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers;

/// <summary>The diagnostics of a pipeline.</summary>
/// <param name="Diagnostics">The diagnostics that Sluice reports.</param>
/// <param name="IsBroken">
/// Whether the pipeline has an error, including one that the C# compiler reports instead of Sluice.
/// </param>
internal sealed record FoundDiagnostics(IReadOnlyList<Diagnostic> Diagnostics, bool IsBroken);
