using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the attributes that refine the nullability of a type.</summary>
internal static class NullAttributes
{
    private const string Namespace = "System.Diagnostics.CodeAnalysis";

    /// <summary>Returns the type of a parameter as its caller and the method's body see it.</summary>
    public static ITypeSymbol TypeOf(IParameterSymbol parameter)
    {
        var attributes = parameter.GetAttributes();
        return Has(attributes, "AllowNullAttribute") ? With(parameter.Type, NullableAnnotation.Annotated)
            : Has(attributes, "DisallowNullAttribute") ? With(parameter.Type, NullableAnnotation.NotAnnotated)
            : parameter.Type;
    }

    /// <summary>Returns the type of a returned value, for a method that does not return a task.</summary>
    public static ITypeSymbol ReturnTypeOf(IMethodSymbol method)
    {
        var attributes = method.GetReturnTypeAttributes();
        return Has(attributes, "MaybeNullAttribute") ? With(method.ReturnType, NullableAnnotation.Annotated)
            : Has(attributes, "NotNullAttribute") ? With(method.ReturnType, NullableAnnotation.NotAnnotated)
            : method.ReturnType;
    }

    /// <summary>
    /// Whether a parameter accepts null and promises that its argument is not null when the method returns.
    /// </summary>
    public static bool RefusesNull(IParameterSymbol parameter) =>
        TypeOf(parameter) is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated }
        && Has(parameter.GetAttributes(), "NotNullAttribute");

    /// <summary>Whether the method returns null only if one of its arguments is null.</summary>
    public static bool ReturnsNullForNullOnly(IMethodSymbol method) =>
        Has(method.GetReturnTypeAttributes(), "NotNullIfNotNullAttribute");

    /// <summary>Returns a reference type with the given annotation. Value types are returned unchanged.</summary>
    public static ITypeSymbol With(ITypeSymbol type, NullableAnnotation annotation) =>
        type.IsValueType ? type : type.WithNullableAnnotation(annotation);

    private static bool Has(IEnumerable<AttributeData> attributes, string name) =>
        attributes.Any(attribute => attribute.AttributeClass.IsNamed(Namespace, name));
}
