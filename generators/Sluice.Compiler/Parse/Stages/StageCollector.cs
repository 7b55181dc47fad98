using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Collects the stages among the methods of a type and its base types.</summary>
internal static class StageCollector
{
    /// <summary>Whether the type is a pipeline, in which case it contributes its entry points.</summary>
    public static bool IsPipeline(ITypeSymbol type) => type.Has(AttributeExtensions.Pipeline);

    /// <summary>Returns the methods of the type that are marked as stages.</summary>
    public static List<StageCandidate> Stages(ITypeSymbol type, CancellationToken cancellationToken) =>
        Collect(
            type,
            method => method.Has(AttributeExtensions.Stage) && !IsPrivateToBasePipeline(method, type),
            cancellationToken
        );

    /// <summary>Returns the entry points of a type that is a pipeline.</summary>
    public static List<StageCandidate> EntryPoints(ITypeSymbol type, CancellationToken cancellationToken) =>
        Collect(
            type,
            method => IsPipeline(method.ContainingType) && EntryPointRecognizer.IsEntryPoint(method, cancellationToken),
            cancellationToken
        );

    /// <summary>Returns the ordinary methods of the type with the given name, whether or not they are stages.</summary>
    public static List<StageCandidate> Methods(ITypeSymbol type, string name, CancellationToken cancellationToken) =>
        Collect(
            type,
            method =>
                method.MethodKind == MethodKind.Ordinary && string.Equals(method.Name, name, StringComparison.Ordinal),
            cancellationToken
        );

    private static List<StageCandidate> Collect(
        ITypeSymbol type,
        Func<IMethodSymbol, bool> takesPart,
        CancellationToken cancellationToken
    )
    {
        var candidates = new List<StageCandidate>();
        var visited = new List<INamedTypeSymbol>();
        foreach (var level in Levels(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>())
            {
                if (!TakesPart(method))
                {
                    continue;
                }

                var replacement = visited
                    .SelectMany(derived =>
                        Inherits(derived, level) ? derived.GetMembers(method.Name).AsEnumerable() : []
                    )
                    .FirstOrDefault(member => Replaces(member, method, visited[0]));
                if (replacement is null)
                {
                    candidates.Add(new StageCandidate(method, IsHidden: false));
                }
                else if (!IsOverrideOf(replacement, method) && !TakesPart(replacement))
                {
                    candidates.Add(new StageCandidate(method, IsHidden: true));
                }
            }

            visited.Add(level);
        }

        return candidates;

        bool TakesPart(ISymbol member)
        {
            for (var method = member as IMethodSymbol; method is not null; method = method.OverriddenMethod)
            {
                if (takesPart(method))
                {
                    return true;
                }
            }

            return false;
        }
    }

    // The private stages of a base class that is a pipeline are not inherited: the base class uses them itself. A
    // private stage of any other base class can only be a mistake and is reported.
    private static bool IsPrivateToBasePipeline(IMethodSymbol method, ITypeSymbol type) =>
        method.DeclaredAccessibility == Accessibility.Private
        && !SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
        && IsPipeline(method.ContainingType);

    /// <summary>
    /// Returns the types from which the type gets its members, derived types before their base types.
    /// </summary>
    public static IEnumerable<INamedTypeSymbol> Levels(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol parameter => parameter
                .ConstraintTypes.SelectMany(Levels)
                .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
            INamedTypeSymbol { TypeKind: TypeKind.Interface } contract => contract.AllInterfaces.Insert(0, contract),
            INamedTypeSymbol { IsUnboundGenericType: false } named => named.SelfAndBaseTypes(),
            _ => [],
        };

    private static bool Inherits(INamedTypeSymbol derived, INamedTypeSymbol level) =>
        level.TypeKind != TypeKind.Interface || derived.AllInterfaces.Contains(level, SymbolEqualityComparer.Default);

    private static bool Replaces(ISymbol member, IMethodSymbol method, INamedTypeSymbol root)
    {
        // A private member of an intermediate type is not visible in the types that derive from it.
        if (
            member.DeclaredAccessibility == Accessibility.Private
            && !SymbolEqualityComparer.Default.Equals(member.ContainingType, root)
        )
        {
            return false;
        }

        return member is not IMethodSymbol other || HasSameSignature(other, method);
    }

    private static bool IsOverrideOf(ISymbol member, IMethodSymbol method) =>
        member is IMethodSymbol other && other.SelfAndOverridden().Contains(method, SymbolEqualityComparer.Default);

    private static bool HasSameSignature(IMethodSymbol one, IMethodSymbol other)
    {
        if (one.Arity != other.Arity || one.Parameters.Length != other.Parameters.Length)
        {
            return false;
        }

        for (var index = 0; index < one.Parameters.Length; index++)
        {
            if (
                (one.Parameters[index].RefKind == RefKind.None) != (other.Parameters[index].RefKind == RefKind.None)
                || !SymbolEqualityComparer.Default.Equals(one.Parameters[index].Type, other.Parameters[index].Type)
            )
            {
                return false;
            }
        }

        return true;
    }
}
