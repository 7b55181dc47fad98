namespace Sluice.Generators;

/// <summary>A file that the generator adds.</summary>
/// <param name="HintName">Its name without an ending.</param>
/// <param name="Text">What it holds, or <see langword="null"/> where there is nothing to add.</param>
internal sealed record EmittedSource(string HintName, string? Text);
