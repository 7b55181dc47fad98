using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Compares types that are identical or convertible to C# and to binding, by the differences that these ignore:
/// nullability and tuple element names.
/// </summary>
internal static class TypeComparison
{
    /// <summary>
    /// Whether the types disagree about nullability somewhere inside, considering variance, as C# does for its
    /// warnings.
    /// </summary>
    /// <param name="from">The type of the value that is given.</param>
    /// <param name="to">The type that takes the value.</param>
    public static bool DiffersInside(ITypeSymbol from, ITypeSymbol to) =>
        Parts(from, to)
            .Any(part =>
                part.Variance switch
                {
                    VarianceKind.Out => Differs(part.From, part.To),
                    VarianceKind.In => Differs(part.To, part.From),
                    _ => Differs(part.From, part.To) || Differs(part.To, part.From),
                }
            );

    /// <summary>Whether null may be given but is not accepted, in the type itself or inside it.</summary>
    public static bool Differs(ITypeSymbol from, ITypeSymbol to) =>
        (
            !from.IsValueType
            && from.NullableAnnotation == NullableAnnotation.Annotated
            && to.NullableAnnotation == NullableAnnotation.NotAnnotated
        ) || DiffersInside(from, to);

    /// <summary>
    /// Returns the first tuple element of <paramref name="to"/> whose name <paramref name="from"/> has at another
    /// position, and the name of the element that <paramref name="from"/> has at its position; or
    /// <see langword="null"/> if there is none.
    /// </summary>
    public static (string Moved, string InItsPlace)? MovedElement(ITypeSymbol from, ITypeSymbol to)
    {
        if (
            from is INamedTypeSymbol { IsTupleType: true, TupleElements: var given }
            && to is INamedTypeSymbol { IsTupleType: true, TupleElements: var taken }
            && given.Length == taken.Length
        )
        {
            for (var index = 0; index < taken.Length; index++)
            {
                if (
                    taken[index].IsExplicitlyNamedTupleElement
                    && !AreNamesakes(given[index], taken[index])
                    && given.Any(element =>
                        element.IsExplicitlyNamedTupleElement && AreNamesakes(element, taken[index])
                    )
                )
                {
                    return (taken[index].Name, given[index].Name);
                }
            }
        }

        return Parts(from, to)
            .Select(part => MovedElement(part.From, part.To))
            .FirstOrDefault(moved => moved is not null);
    }

    private static bool AreNamesakes(IFieldSymbol one, IFieldSymbol other) =>
        string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the components of the two types in pairs.</summary>
    private static IEnumerable<(ITypeSymbol From, ITypeSymbol To, VarianceKind Variance)> Parts(
        ITypeSymbol from,
        ITypeSymbol to
    )
    {
        if (from is IArrayTypeSymbol given && to is IArrayTypeSymbol taken)
        {
            return [(given.ElementType, taken.ElementType, VarianceKind.Out)];
        }

        if (to is not INamedTypeSymbol target || Counterpart(from, target) is not { } source)
        {
            return [];
        }

        // The elements of a tuple are converted separately.
        return target.IsTupleType && source.TupleElements.Length == target.TupleElements.Length
            ? source.TupleElements.Zip(target.TupleElements, (one, other) => (one.Type, other.Type, VarianceKind.Out))
            : source
                .SelfAndContainingTypes()
                .Zip(target.SelfAndContainingTypes(), (one, other) => (one, other))
                .SelectMany(level =>
                    level.one.TypeArguments.Select(
                        (argument, index) =>
                            (argument, level.other.TypeArguments[index], level.other.TypeParameters[index].Variance)
                    )
                );
    }

    /// <summary>
    /// Returns the type to which a conversion to the target leads: the type itself, a base type or an interface.
    /// </summary>
    private static INamedTypeSymbol? Counterpart(ITypeSymbol from, INamedTypeSymbol target)
    {
        var candidates = All(from)
            .Where(type => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, target.OriginalDefinition))
            .ToList();
        return candidates.Find(type => SymbolEqualityComparer.Default.Equals(type, target))
            ?? candidates.FirstOrDefault();
    }

    private static IEnumerable<INamedTypeSymbol> All(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named => named.SelfAndBaseTypes().Concat(named.AllInterfaces),
            ITypeParameterSymbol parameter => parameter.ConstraintTypes.SelectMany(All),
            _ => type.AllInterfaces,
        };
}
