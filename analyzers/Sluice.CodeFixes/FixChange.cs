using Microsoft.CodeAnalysis;

namespace Sluice.CodeFixes;

/// <summary>A way to mend something.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Kind">What such changes have in common, so that all of a kind can be made at once.</param>
/// <param name="ApplyAsync">Makes it.</param>
internal sealed record FixChange(string Title, string Kind, Func<CancellationToken, Task<Document>> ApplyAsync);
