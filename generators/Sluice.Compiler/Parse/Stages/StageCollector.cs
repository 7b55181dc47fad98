using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Collects the methods of a type, and of the types that it inherits from, that take part as stages.</summary>
internal static class StageCollector
{
    /// <summary>Whether the type is itself a pipeline, so that it brings its entry points.</summary>
    public static bool IsPipeline(ITypeSymbol type) => type.Has(AttributeExtensions.Pipeline);

    /// <summary>The methods of the type that are marked as stages.</summary>
    public static List<StageCandidate> Stages(ITypeSymbol type, CancellationToken cancellationToken) =>
        Collect(
            type,
            method => method.Has(AttributeExtensions.Stage) && !IsPrivateToBasePipeline(method, type),
            cancellationToken
        );

    /// <summary>The entry points of the type, a pipeline.</summary>
    public static List<StageCandidate> EntryPoints(ITypeSymbol type, CancellationToken cancellationToken) =>
        Collect(
            type,
            method => IsPipeline(method.ContainingType) && EntryPointRecognizer.IsEntryPoint(method, cancellationToken),
            cancellationToken
        );

    /// <summary>The ordinary methods of the type that have the name, marked or not.</summary>
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

    // A base class that is a pipeline keeps its private stages to itself: they are not inherited, and it has its own use for them.
    // A private stage of any other base class can only be a mistake, which is reported.
    private static bool IsPrivateToBasePipeline(IMethodSymbol method, ITypeSymbol type) =>
        method.DeclaredAccessibility == Accessibility.Private
        && !SymbolEqualityComparer.Default.Equals(method.ContainingType, type)
        && IsPipeline(method.ContainingType);

    /// <summary>The types whose members the type has, more derived ones before those that they inherit from.</summary>
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
        // A private member of a type in between is not seen from below it.
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
