using System.Numerics;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// A set of values of a variable, with one bit for each value. The lowest bit stands for the first value.
/// </summary>
/// <param name="Bits">The bits.</param>
internal readonly record struct ValueSet(BigInteger Bits)
{
    /// <summary>The empty set.</summary>
    public static ValueSet None => new(BigInteger.Zero);

    public bool IsEmpty => Bits.IsZero;

    /// <summary>Returns the set with one value.</summary>
    public static ValueSet Of(int value) => new(BigInteger.One << value);

    /// <summary>Returns the set of all values of a variable.</summary>
    /// <param name="size">The number of values.</param>
    public static ValueSet All(int size) => new((BigInteger.One << size) - 1);

    public bool Contains(int value) => !((Bits >> value) & 1).IsZero;

    public bool IsSubsetOf(ValueSet other) => (Bits & other.Bits) == Bits;

    public ValueSet Union(ValueSet other) => new(Bits | other.Bits);

    public ValueSet Intersect(ValueSet other) => new(Bits & other.Bits);

    /// <summary>Returns the values of a variable that are not in this set.</summary>
    /// <param name="size">The number of values of the variable.</param>
    public ValueSet Complement(int size) => new(All(size).Bits ^ Bits);
}
