namespace Sluice.FuzzTests.Variants;

/// <summary>A program's file with something broken in it.</summary>
/// <param name="Description">The changes.</param>
/// <param name="Text">The file.</param>
internal sealed record Variant(string Description, string Text);
