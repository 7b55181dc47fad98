using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>A method that a source may contribute as a stage.</summary>
/// <param name="Method">The most derived of the methods that override each other.</param>
/// <param name="IsHidden">
/// Whether a member of a more derived type hides the method, so it cannot be called by its name.
/// </param>
internal readonly record struct StageCandidate(IMethodSymbol Method, bool IsHidden)
{
    /// <summary>Whether the pipeline can call the method by its name on the source.</summary>
    public bool IsCallable(ParseContext context, SourceSymbol source) =>
        !IsHidden
        && context.Compilation.IsSymbolAccessibleWithin(
            Method,
            context.Pipeline,
            Method.IsStatic || source.Type is not INamedTypeSymbol ? null : source.Type
        );
}
