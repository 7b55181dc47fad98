using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>A type taken apart into the value that it stands for and the form in which it says that there may be none.</summary>
/// <param name="Form">The form.</param>
/// <param name="Value">The type of the value inside of an optional or outcome; otherwise the type itself.</param>
internal readonly record struct FormedType(ValueForm Form, ITypeSymbol Value)
{
    /// <summary>Takes a type apart, however it may say that there is no value.</summary>
    public static FormedType Of(ITypeSymbol type)
    {
        var formed = OfWrapper(type);
        return formed.Form == ValueForm.Plain && MayBeNull(type) ? new FormedType(ValueForm.Nullable, type) : formed;
    }

    /// <summary>Takes an optional or an outcome apart. A type that may be null is as plain as any other.</summary>
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
