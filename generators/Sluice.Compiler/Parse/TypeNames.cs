using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>The ways in which a type is written.</summary>
internal static class TypeNames
{
    private const string Dynamic = "dynamic";

    private static readonly char[] _annotations = ['?', '('];

    private static readonly SymbolDisplayFormat _code =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    private static readonly SymbolDisplayFormat _identity =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.ExpandValueTuple
        );

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

    /// <summary>The type as code refers to it anywhere, with nullability and tuple names.</summary>
    public static string Code(ITypeSymbol type) => Keywords.EscapeTypes(type.ToDisplayString(_code));

    /// <summary>The type as code refers to it where a <c>?</c> at its end has no place, as before a member's name.</summary>
    public static string CodeWithoutAnnotation(ITypeSymbol type) =>
        Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>What is the same for two types exactly if they are the same to binding.</summary>
    public static string Identity(ITypeSymbol type) => Identity(type, Code(type));

    /// <summary>The same for a type of which it is known how code refers to it.</summary>
    public static string Identity(ITypeSymbol type, string code)
    {
        // Only nullability, a tuple or 'dynamic' can make the two differ.
        if (code.IndexOfAny(_annotations) < 0 && !code.Contains(Dynamic))
        {
            return code;
        }

        var identity = type.ToDisplayString(_identity);
        return Keywords.EscapeTypes(
            identity.Contains(Dynamic)
                ? string.Concat(type.ToDisplayParts(_identity).Select(WithObjectForDynamic))
                : identity
        );
    }

    /// <summary>Whether two types are the same to binding.</summary>
    public static bool AreSame(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other) || Identity(one) == Identity(other);

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

    /// <summary>The method as a message shows it, with the types of its parameters.</summary>
    public static string Overload(IMethodSymbol method) =>
        $"{method.Name}({string.Join(", ", method.Parameters.Select(parameter => Short(parameter.Type)))})";

    /// <summary>The namespace with its keywords escaped; the empty string for the global one.</summary>
    public static string Namespace(INamespaceSymbol? containingNamespace) =>
        containingNamespace is { IsGlobalNamespace: false }
            ? Keywords.EscapeTypes(containingNamespace.ToDisplayString(_escapedNamespace))
            : "";

    private static string WithObjectForDynamic(SymbolDisplayPart part) =>
        part.Kind == SymbolDisplayPartKind.Keyword && string.Equals(part.ToString(), Dynamic, StringComparison.Ordinal)
            ? "object"
            : part.ToString();
}
