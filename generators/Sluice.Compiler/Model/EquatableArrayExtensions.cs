namespace Sluice.Compiler.Model;

/// <summary>Makes an <see cref="EquatableArray{T}"/> at the end of a query.</summary>
internal static class EquatableArrayExtensions
{
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new(items);
}
