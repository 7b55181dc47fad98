using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the constants that a route may be compared with.</summary>
internal static class ConstantParser
{
    /// <summary>Whether a route may be of the constant's type.</summary>
    public static bool CanParse(TypedConstant constant) =>
        constant
            is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol, Value: not null }
                or { Kind: TypedConstantKind.Primitive, Type: not null, Value: bool or int or string };

    /// <summary>The constant, or <see langword="null"/> where it is of a type that no route has.</summary>
    /// <param name="constant">The constant as an attribute gives it.</param>
    /// <param name="types">Where its type gets its index.</param>
    /// <param name="names">How types are written.</param>
    public static ConstantModel? Parse(TypedConstant constant, TypeTable types, CodeNames names) =>
        constant switch
        {
            { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value } => OfEnum(
                type,
                value,
                types.Intern(type),
                names
            ),
            { Kind: TypedConstantKind.Primitive, Type: { } type, Value: bool value } => Of(
                value ? "true" : "false",
                types.Intern(type)
            ),
            { Kind: TypedConstantKind.Primitive, Type: { } type, Value: int value } => Of(
                Invariant(value),
                types.Intern(type)
            ),
            { Kind: TypedConstantKind.Primitive, Type: { } type, Value: string value } => OfText(
                value,
                types.Intern(type)
            ),
            _ => null,
        };

    /// <summary>The named members of an enum, the first of those that share a value, in order of declaration.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="index">The index of its type.</param>
    /// <param name="names">How types are written.</param>
    public static EquatableArray<ConstantModel> Members(INamedTypeSymbol type, int index, CodeNames names)
    {
        var code = names.CodeWithoutAnnotation(type);
        var values = new HashSet<object>();
        var members = new List<ConstantModel>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { ConstantValue: { } value } field && values.Add(value))
            {
                members.Add(Named(field, Invariant(value), code, index));
            }
        }

        return members.ToEquatableArray();
    }

    private static ConstantModel OfEnum(INamedTypeSymbol type, object value, int index, CodeNames names)
    {
        var code = names.CodeWithoutAnnotation(type);
        var number = Invariant(value);
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { ConstantValue: { } candidate } field && candidate.Equals(value))
            {
                return Named(field, number, code, index);
            }
        }

        return new ConstantModel(number, number, Cast(code, number), index);
    }

    private static ConstantModel OfText(string text, int index)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return new ConstantModel(text, literal, literal, index);
    }

    private static ConstantModel Of(string literal, int index) => new(literal, literal, literal, index);

    // An obsolete or experimental member may be an error to name, but its value may come all the same.
    private static ConstantModel Named(IFieldSymbol member, string number, string code, int index) =>
        new(
            number,
            member.Name,
            Obsolescence.IsMarked(member) ? Cast(code, number) : $"{code}.{Keywords.Escape(member.Name)}",
            index
        );

    // Without its parentheses a negative number would be subtracted.
    private static string Cast(string code, string number) =>
        number[0] == '-' ? $"({code})({number})" : $"({code}){number}";

    private static string Invariant(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
