namespace Sluice.FuzzTests.Variants;

/// <summary>The file of a program with random changes.</summary>
/// <param name="Description">The changes.</param>
/// <param name="Text">The text of the file.</param>
internal sealed record Variant(string Description, string Text);
