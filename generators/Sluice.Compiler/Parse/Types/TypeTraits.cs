using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Determines the properties of a type that matter to a run that holds its values.</summary>
internal static class TypeTraits
{
    /// <summary>Whether a value is or may contain a reference.</summary>
    public static bool HoldsReferences(ITypeSymbol type) => !type.IsUnmanagedType;

    /// <summary>Returns <c>T</c> if the type is <c>T?</c> of a value type, otherwise <see langword="null"/>.</summary>
    public static ITypeSymbol? NullableUnderlying(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
                TypeArguments: { Length: 1 } arguments
            }
            ? arguments[0]
            : null;

    /// <summary>Returns the kind of route that the type's values can form.</summary>
    public static RouteKind Route(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Boolean => RouteKind.Boolean,
            SpecialType.System_Int32 => RouteKind.Integer,
            SpecialType.System_String => RouteKind.Text,
            _ when type.TypeKind != TypeKind.Enum => RouteKind.None,
            _ when type.GetAttributes()
                    .Any(attribute => attribute.AttributeClass.IsNamed("System", "FlagsAttribute")) => RouteKind.Flags,
            _ => RouteKind.Enum,
        };

    /// <summary>
    /// Whether a value is likely to use the token of its stage after the run, because it is read or called later.
    /// </summary>
    public static bool MayKeepToken(ITypeSymbol type) => MayKeepToken(type, ImmutableList<ITypeSymbol>.Empty);

    /// <summary>
    /// Whether two values with the same content are certainly unequal: those of arrays, and of classes that do not
    /// override <see cref="object.Equals(object)"/>. Other types compare their content, or it is unknown.
    /// </summary>
    public static bool ComparesByReference(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol => true,
            INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(element =>
                ComparesByReference(element.Type)
            ),
            INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsRecord: false } named => named.SpecialType
                is not (SpecialType.System_Object or SpecialType.System_String)
                && !named.SelfAndBaseTypes().Any(OverridesEquals),
            _ => false,
        };

    /// <summary>Returns the visibility of the type, including its type arguments and containing types.</summary>
    public static TypeVisibility Visibility(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Visibility(array.ElementType),
            INamedTypeSymbol named => named
                .SelfAndContainingTypes()
                .SelectMany(level => level.TypeArguments.Select(Visibility).Append(Declared(level)))
                .Min(),
            _ => TypeVisibility.Public,
        };

    private static bool OverridesEquals(INamedTypeSymbol type) =>
        type.GetMembers(nameof(Equals))
            .Any(member =>
                member is IMethodSymbol { IsOverride: true, Parameters: { Length: 1 } parameters }
                && parameters[0].Type.SpecialType == SpecialType.System_Object
            );

    private static TypeVisibility Declared(INamedTypeSymbol type) =>
        type.DeclaredAccessibility switch
        {
            _ when type.IsFileLocal => TypeVisibility.Private,
            Accessibility.Public or Accessibility.NotApplicable => TypeVisibility.Public,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => TypeVisibility.Internal,
            _ => TypeVisibility.Private,
        };

    // A constraint may refer to its own type parameter, or two parameters to each other; each parameter is visited
    // once.
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
