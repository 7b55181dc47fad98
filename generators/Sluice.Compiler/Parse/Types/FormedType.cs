using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// A type split into the value that it represents and the form in which it expresses that there is none.
/// </summary>
/// <param name="Form">The form.</param>
/// <param name="Value">The type of the value inside an optional or outcome; otherwise the type itself.</param>
internal readonly record struct FormedType(ValueForm Form, ITypeSymbol Value)
{
    /// <summary>Splits a type, including nullable types.</summary>
    public static FormedType Of(ITypeSymbol type)
    {
        var formed = OfWrapper(type);
        return formed.Form == ValueForm.Plain && MayBeNull(type) ? new FormedType(ValueForm.Nullable, type) : formed;
    }

    /// <summary>Splits an optional or an outcome. A nullable type counts as plain.</summary>
    public static FormedType OfWrapper(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments }
            ? type.Name switch
            {
                "Optional" when type.IsNamed("Sluice", "Optional", 1) => new FormedType(
                    ValueForm.Optional,
                    arguments[0]
                ),
                "Outcome" when type.IsNamed("Sluice", "Outcome", 1) => new FormedType(ValueForm.Outcome, arguments[0]),
                _ => new FormedType(ValueForm.Plain, type),
            }
            : new FormedType(ValueForm.Plain, type);

    private static bool MayBeNull(ITypeSymbol type) =>
        type.IsReferenceType
            ? type.NullableAnnotation == NullableAnnotation.Annotated
            : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
