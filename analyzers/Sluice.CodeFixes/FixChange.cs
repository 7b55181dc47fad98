using Microsoft.CodeAnalysis;

namespace Sluice.CodeFixes;

/// <summary>A change that a code fix offers.</summary>
/// <param name="Title">The title that the editor shows.</param>
/// <param name="Kind">The kind of change. All changes of the same kind can be applied at once.</param>
/// <param name="ApplyAsync">Applies the change.</param>
internal sealed record FixChange(string Title, string Kind, Func<CancellationToken, Task<Document>> ApplyAsync);
