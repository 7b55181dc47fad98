using Sluice.Compiler.Model;

namespace Sluice.Generators;

/// <summary>A file that the generator adds.</summary>
/// <param name="HintName">The name of the file without its extension.</param>
/// <param name="Text">The source, or <see langword="null"/> if there is nothing to add.</param>
/// <param name="Pipeline">The name of the pipeline.</param>
/// <param name="Errors">The errors of the pipeline. If there are any, the file contains bodies that throw.</param>
internal sealed record EmittedSource(string HintName, string? Text, string Pipeline, EquatableArray<Finding> Errors);
