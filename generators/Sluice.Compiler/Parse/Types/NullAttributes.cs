using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the attributes that say more of null than a type does.</summary>
internal static class NullAttributes
{
    private const string Namespace = "System.Diagnostics.CodeAnalysis";

    /// <summary>The type of a parameter as those see it who pass a value, and as the method's body finds it.</summary>
    public static ITypeSymbol TypeOf(IParameterSymbol parameter)
    {
        var attributes = parameter.GetAttributes();
        return Has(attributes, "AllowNullAttribute") ? With(parameter.Type, NullableAnnotation.Annotated)
            : Has(attributes, "DisallowNullAttribute") ? With(parameter.Type, NullableAnnotation.NotAnnotated)
            : parameter.Type;
    }

    /// <summary>The type of a value that a method returns as it is.</summary>
    public static ITypeSymbol ReturnTypeOf(IMethodSymbol method)
    {
        var attributes = method.GetReturnTypeAttributes();
        return Has(attributes, "MaybeNullAttribute") ? With(method.ReturnType, NullableAnnotation.Annotated)
            : Has(attributes, "NotNullAttribute") ? With(method.ReturnType, NullableAnnotation.NotAnnotated)
            : method.ReturnType;
    }

    /// <summary>Whether a parameter may be given null and promises that none is left when the method returns.</summary>
    public static bool RefusesNull(IParameterSymbol parameter) =>
        TypeOf(parameter) is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated }
        && Has(parameter.GetAttributes(), "NotNullAttribute");

    /// <summary>Whether null is returned only where some parameter is null.</summary>
    public static bool ReturnsNullForNullOnly(IMethodSymbol method) =>
        Has(method.GetReturnTypeAttributes(), "NotNullIfNotNullAttribute");

    /// <summary>The type, where it is one of references, with an annotation.</summary>
    public static ITypeSymbol With(ITypeSymbol type, NullableAnnotation annotation) =>
        type.IsValueType ? type : type.WithNullableAnnotation(annotation);

    private static bool Has(IEnumerable<AttributeData> attributes, string name) =>
        attributes.Any(attribute => attribute.AttributeClass.IsNamed(Namespace, name));
}
