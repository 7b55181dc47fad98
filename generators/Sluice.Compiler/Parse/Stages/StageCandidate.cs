using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>A method that a source brings in as a stage.</summary>
/// <param name="Method">The method: of those that override each other, the most derived.</param>
/// <param name="IsHidden">Whether a member of a more derived type hides it, so that it cannot be called by its name.</param>
internal readonly record struct StageCandidate(IMethodSymbol Method, bool IsHidden)
{
    /// <summary>Whether the pipeline can call it by its name on the source.</summary>
    public bool IsCallable(ParseContext context, SourceSymbol source) =>
        !IsHidden
        && context.Compilation.IsSymbolAccessibleWithin(
            Method,
            context.Pipeline,
            Method.IsStatic || source.Type is not INamedTypeSymbol ? null : source.Type
        );
}
