using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>The ways in which a type is written.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat _short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static readonly SymbolDisplayFormat _written = _short.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat _full = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static readonly SymbolDisplayFormat _escapedNamespace =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>The type as a message shows it.</summary>
    public static string Short(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                Arity: 0,
                ContainingType: null,
                SpecialType: SpecialType.None,
                TypeKind: not TypeKind.Error
            }
            ? type.Name
            : type.ToDisplayString(_short);

    /// <summary>The type as a message shows it that is about nullability or the names of tuple elements.</summary>
    public static string Written(ITypeSymbol type) => type.ToDisplayString(_written);

    /// <summary>The type as a message shows it where the short name does not tell it from another.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(_full);

    /// <summary>The namespace with those that contain it, its keywords not escaped.</summary>
    public static string Full(INamespaceSymbol containingNamespace) => containingNamespace.ToDisplayString(_full);

    /// <summary>The method as a message shows it, with the types of its parameters.</summary>
    public static string Overload(IMethodSymbol method) =>
        $"{method.Name}({string.Join(", ", method.Parameters.Select(parameter => Short(parameter.Type)))})";

    /// <summary>The namespace with its keywords escaped; the empty string for the global one.</summary>
    public static string Namespace(INamespaceSymbol? containingNamespace) =>
        containingNamespace is { IsGlobalNamespace: false }
            ? Keywords.EscapeTypes(containingNamespace.ToDisplayString(_escapedNamespace))
            : "";
}
