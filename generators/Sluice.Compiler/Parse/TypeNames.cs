using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler.Parse;

/// <summary>The ways in which a type is written.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat _short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
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

    /// <summary>The type as a message shows it where the short name does not tell it from another.</summary>
    public static string Full(ITypeSymbol type) => type.ToDisplayString(_full);

    /// <summary>The method as a message shows it, with the types of its parameters.</summary>
    public static string Overload(IMethodSymbol method) =>
        $"{method.Name}({string.Join(", ", method.Parameters.Select(parameter => Short(parameter.Type)))})";

    /// <summary>The namespace with its keywords escaped; the empty string for the global one.</summary>
    public static string Namespace(INamespaceSymbol? containingNamespace) =>
        containingNamespace is { IsGlobalNamespace: false }
            ? containingNamespace.ToDisplayString(_escapedNamespace)
            : "";

    /// <summary>The identifier as code writes it.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The identifier as a declaration of a type or type parameter writes it: there, words such as <c>record</c> count too.</summary>
    public static string DeclaredTypeIdentifier(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Identifier(name) : "@" + name;
}
