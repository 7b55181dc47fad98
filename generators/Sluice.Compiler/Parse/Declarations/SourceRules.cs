using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Checks whether a field, property or parameter that is marked with <c>[Stages]</c> can be a source of stages.
/// </summary>
internal static class SourceRules
{
    /// <summary>Returns a clause that says what is wrong and what to do, or <see langword="null"/>.</summary>
    /// <param name="symbol">The field, the property or the parameter of the primary constructor.</param>
    /// <param name="type">Its type.</param>
    public static string? ReasonAgainst(ISymbol symbol, ITypeSymbol type) =>
        symbol switch
        {
            IPropertySymbol { IsIndexer: true } => "an indexer has no value of its own: put it on a field or property",
            IPropertySymbol { GetMethod: null } => "the property cannot be read: give it a getter",
            IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false } =>
                "the property implements an interface explicitly and cannot be read by its name: implement it implicitly",
            IParameterSymbol { RefKind: not RefKind.None } =>
                "the parameter is passed by reference and is not available after the constructor: pass it by value",
            _ when CannotBeKept(type) =>
                $"a run cannot keep a '{TypeNames.Short(type)}' to call its stages: use a class, or a struct that is not a 'ref struct'",
            IParameterSymbol parameter when HiddenBy(parameter, type) is { } member =>
                $"the member '{member.Name}' has the same name, so no code can read the parameter: rename one of them",
            _ when NamesType(symbol) =>
                "the attribute already adds the stages of the member's own type: remove 'typeof(...)', or move the attribute to the class",
            _ when Copied(symbol) is { } how && MayChange(type) => $"its stages are called on copies of the struct "
                + $"'{TypeNames.Short(type)}' because {how}, so their changes are lost: put it on a field that is not readonly, or declare the stages or the struct readonly",
            _ when MayBeNull(type) =>
                $"it may be null, and then its stages could not be called: declare it as '{TypeNames.Short(WithoutNull(type))}'",
            _ => null,
        };

    private static bool CannotBeKept(ITypeSymbol type) =>
        RefStructs.MayBe(type)
        || type.SpecialType == SpecialType.System_TypedReference
        || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol;

    // A field or property of the same type is read instead; the property of a record's parameter is one.
    private static ISymbol? HiddenBy(IParameterSymbol parameter, ITypeSymbol type)
    {
        var pipeline = parameter.ContainingType;
        return pipeline
            .SelfAndBaseTypes()
            .SelectMany(declaring => declaring.GetMembers(parameter.Name).Where(member => IsSeen(member, pipeline)))
            .FirstOrDefault(member =>
                member switch
                {
                    IPropertySymbol property => !SymbolEqualityComparer.Default.Equals(property.Type, type),
                    IFieldSymbol field => !SymbolEqualityComparer.Default.Equals(field.Type, type),
                    _ => true,
                }
            );
    }

    private static bool IsSeen(ISymbol member, INamedTypeSymbol pipeline) =>
        member.DeclaredAccessibility != Accessibility.Private
        || SymbolEqualityComparer.Default.Equals(member.ContainingType, pipeline);

    /// <summary>
    /// Returns the reason why a call would go to a copy of a struct, or <see langword="null"/> if it goes to the
    /// variable itself.
    /// </summary>
    private static string? Copied(ISymbol symbol) =>
        symbol switch
        {
            IParameterSymbol => "a parameter is read through a property",
            IPropertySymbol { RefKind: RefKind.None } => "the property returns a copy",
            IPropertySymbol { RefKind: RefKind.RefReadOnly } => "the property returns a readonly reference",
            IFieldSymbol { IsReadOnly: true } => "the field is readonly",
            _ => null,
        };

    private static bool MayChange(ITypeSymbol type) =>
        type.IsValueType
        && StageCollector
            .Stages(type, CancellationToken.None)
            .Exists(stage => stage.Method is { IsStatic: false, IsReadOnly: false });

    private static bool NamesType(ISymbol symbol) =>
        symbol
            .FindAll(AttributeExtensions.Stages)
            .Any(attribute => attribute.AttributeConstructor is { Parameters.IsEmpty: false });

    private static bool MayBeNull(ITypeSymbol type) =>
        type.TypeKind != TypeKind.Error
        && (type.NullableAnnotation == NullableAnnotation.Annotated || TypeTraits.NullableUnderlying(type) is not null);

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        TypeTraits.NullableUnderlying(type) ?? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
}
