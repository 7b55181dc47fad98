using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the constants that a route may be compared with.</summary>
internal static class ConstantParser
{
    /// <summary>Whether a route can have the constant's type.</summary>
    public static bool CanParse(TypedConstant constant) =>
        constant
            is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol, Value: not null }
                or { Kind: TypedConstantKind.Primitive, Type: not null, Value: bool or int or string }
                or { Kind: TypedConstantKind.Type, Value: ITypeSymbol };

    /// <summary>Returns the constant, or <see langword="null"/> if no route can have its type.</summary>
    /// <param name="constant">The constant from an attribute's arguments.</param>
    /// <param name="types">The table that assigns an index to its type.</param>
    /// <param name="names">The names of types in emitted code.</param>
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
            { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => OfType(type, types.Intern(type), names),
            _ => null,
        };

    /// <summary>
    /// Returns the named members of an enum in declaration order. Of members that share a value, only the first counts.
    /// </summary>
    /// <param name="type">The enum.</param>
    /// <param name="index">The index of its type.</param>
    /// <param name="names">The names of types in emitted code.</param>
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

    private static ConstantModel OfType(ITypeSymbol type, int index, CodeNames names) =>
        new(names.Identity(type), TypeNames.Short(type), names.CodeWithoutAnnotation(type), index) { IsType = true };

    private static ConstantModel Of(string literal, int index) => new(literal, literal, literal, index);

    // Naming an obsolete or experimental member may be an error, but the value itself can still occur.
    private static ConstantModel Named(IFieldSymbol member, string number, string code, int index) =>
        new(
            number,
            member.Name,
            Obsolescence.IsMarked(member) ? Cast(code, number) : $"{code}.{Keywords.Escape(member.Name)}",
            index
        );

    // Without the parentheses a negative number would be parsed as a subtraction.
    private static string Cast(string code, string number) =>
        number[0] == '-' ? $"({code})({number})" : $"({code}){number}";

    private static string Invariant(object number) => Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
