using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>What a type's values are like to a run that holds them.</summary>
internal static class TypeTraits
{
    /// <summary>Whether a value is or may contain a reference.</summary>
    public static bool HoldsReferences(ITypeSymbol type) => !type.IsUnmanagedType;

    /// <summary>
    /// Whether a value may well do work after the run with the token that a stage gave it: something that is read later, or called.
    /// </summary>
    public static bool MayKeepToken(ITypeSymbol type) => MayKeepToken(type, ImmutableList<ITypeSymbol>.Empty);

    // A constraint may name the type parameter that it constrains, or two parameters each other: each is looked at once.
    private static bool MayKeepToken(ITypeSymbol type, ImmutableList<ITypeSymbol> outer) =>
        type switch
        {
            IArrayTypeSymbol array => MayKeepToken(array.ElementType, outer),
            ITypeParameterSymbol parameter => !outer.Contains(parameter, SymbolEqualityComparer.Default)
                && parameter.ConstraintTypes.Any(constraint => MayKeepToken(constraint, outer.Add(parameter))),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate } => true,
            INamedTypeSymbol named => IsReadLater(named)
                || named.AllInterfaces.Any(IsReadLater)
                || named.SelfAndBaseTypes().Any(IsReadLater)
                || named.TypeArguments.Any(argument => MayKeepToken(argument, outer)),
            _ => false,
        };

    private static bool IsReadLater(INamedTypeSymbol type) =>
        type.Name switch
        {
            "Stream" => type.IsNamed("System.IO", "Stream"),
            "PipeReader" => type.IsNamed("System.IO.Pipelines", "PipeReader"),
            "ChannelReader" => type.IsNamed("System.Threading.Channels", "ChannelReader", 1),
            "Delegate" => type.IsNamed("System", "Delegate"),
            "IAsyncEnumerable" => type.IsNamed("System.Collections.Generic", "IAsyncEnumerable", 1),
            "IAsyncEnumerator" => type.IsNamed("System.Collections.Generic", "IAsyncEnumerator", 1),
            _ => false,
        };
}
