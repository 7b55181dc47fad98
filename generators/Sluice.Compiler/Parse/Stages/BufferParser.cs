using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>Reads <c>[Buffer]</c>.</summary>
internal static class BufferParser
{
    private const string Usual = "Wait";

    /// <summary>
    /// Returns the buffer that the attribute describes, or <see langword="null"/> if the attribute is unfinished or
    /// invalid.
    /// </summary>
    public static BufferModel? Parse(AttributeData attribute, ITypeSymbol type) =>
        ReasonAgainst(attribute, type) is null
        && attribute.FirstArgument() is { Kind: TypedConstantKind.Primitive, Value: int capacity }
        && FullMode(attribute) is { } mode
            ? new BufferModel(capacity, mode)
            : null;

    /// <summary>Returns a clause that says what is wrong and what to do, or <see langword="null"/>.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">The type of the parameter that has the attribute.</param>
    public static string? ReasonAgainst(AttributeData attribute, ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Error && !ElementType.IsStream(type))
        {
            return $"only a stream can be buffered, but '{TypeNames.Short(type)}' is not a stream: take an 'IAsyncEnumerable<T>', "
                + "or remove [Buffer]";
        }

        if (attribute.FirstArgument() is { Kind: TypedConstantKind.Primitive, Value: < 1 })
        {
            return "its capacity is less than 1: let it hold at least one item";
        }

        return FullMode(attribute) is null
            ? "its full mode is not a member of 'BoundedChannelFullMode': name one of its members"
            : null;
    }

    /// <summary>
    /// Returns the name of the mode, or <see langword="null"/> if the value is not a member of the enum.
    /// </summary>
    private static string? FullMode(AttributeData attribute) =>
        attribute.ConstructorArguments.Length < 2 ? Usual
        : attribute.ConstructorArguments[1]
            is { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type, Value: { } value }
            ? type.GetMembers()
                .FirstOrDefault(member => member is IFieldSymbol field && value.Equals(field.ConstantValue))
                ?.Name
        : Usual;
}
