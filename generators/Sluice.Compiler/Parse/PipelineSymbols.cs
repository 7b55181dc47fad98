using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>The symbols behind the nodes of a model, by their indexes there.</summary>
/// <param name="Pipeline">The pipeline's type.</param>
/// <param name="Stages">The stage methods.</param>
/// <param name="EntryPoints">The definition parts of the entry points.</param>
/// <param name="Sources">
/// The sources of stages: the pipeline itself, fields, properties and parameters, and static classes.
/// </param>
/// <param name="Rejected">The declarations that are not in the model.</param>
/// <param name="Attributes">The attributes that findings are about.</param>
internal sealed record PipelineSymbols(
    INamedTypeSymbol Pipeline,
    IReadOnlyList<IMethodSymbol> Stages,
    IReadOnlyList<IMethodSymbol> EntryPoints,
    IReadOnlyList<ISymbol> Sources,
    IReadOnlyList<ISymbol> Rejected,
    IReadOnlyList<AttributeData> Attributes
);
