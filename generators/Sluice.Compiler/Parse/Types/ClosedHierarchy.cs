using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Finds the classes that derive from a class whose constructors no other assembly can call, so that they all are in
/// its own assembly.
/// </summary>
/// <param name="root">The class.</param>
/// <param name="cancellationToken">The token that cancels the work.</param>
internal sealed class ClosedHierarchy(INamedTypeSymbol root, CancellationToken cancellationToken)
{
    private readonly List<INamedTypeSymbol> _classes = [];
    private bool _hasGeneric;

    /// <summary>
    /// Returns the class and those that derive from it, in declaration order, or an empty list if other assemblies can
    /// add some, or a generic class derives from it, which stands for any number of classes.
    /// </summary>
    public static IReadOnlyList<INamedTypeSymbol> Of(ITypeSymbol type, CancellationToken cancellationToken)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } root || IsOpen(root) || IsGeneric(root))
        {
            return [];
        }

        if (root.IsSealed)
        {
            return [root];
        }

        var hierarchy = new ClosedHierarchy(root, cancellationToken);
        hierarchy._classes.Add(root);
        hierarchy.AddTypes(root.ContainingAssembly.GlobalNamespace);
        return hierarchy._hasGeneric ? [] : hierarchy._classes;
    }

    /// <summary>
    /// Whether classes of other assemblies can derive from a class: it is not sealed, and one of its constructors is
    /// visible to them. The copy constructor of a record does not count, since it needs a value to copy.
    /// </summary>
    public static bool IsOpen(INamedTypeSymbol type) =>
        !type.IsSealed
        && type.SelfAndContainingTypes().All(IsVisible)
        && type.InstanceConstructors.Any(constructor => IsVisible(constructor) && !IsCopy(constructor));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public
                or Accessibility.Protected
                or Accessibility.ProtectedOrInternal;

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor is { ContainingType.IsRecord: true, Parameters: { Length: 1 } parameters }
        && SymbolEqualityComparer.Default.Equals(parameters[0].Type, constructor.ContainingType);

    private static bool IsGeneric(INamedTypeSymbol type) => type.SelfAndContainingTypes().Any(level => level.Arity > 0);

    private void AddTypes(INamespaceOrTypeSymbol container)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                Add(type);
                AddTypes(type);
            }
            else if (member is INamespaceSymbol inner)
            {
                AddTypes(inner);
            }
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        if (
            type.TypeKind == TypeKind.Class
            && type.BaseType is { } parent
            && parent.SelfAndBaseTypes().Any(level => SymbolEqualityComparer.Default.Equals(level, root))
        )
        {
            _hasGeneric |= IsGeneric(type);
            _classes.Add(type);
        }
    }
}
