using Sluice.Compiler.Model;

namespace Sluice.Generators;

/// <summary>A file that the generator adds.</summary>
/// <param name="HintName">Its name without an ending.</param>
/// <param name="Text">What it holds, or <see langword="null"/> where there is nothing to add.</param>
/// <param name="Pipeline">The name of the pipeline.</param>
/// <param name="Errors">The errors of the pipeline. Where there are any, the file holds bodies that throw.</param>
internal sealed record EmittedSource(string HintName, string? Text, string Pipeline, EquatableArray<Finding> Errors);
