using System.Numerics;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Some of the values that a variable can have: a bit for each, the lowest for the first.</summary>
/// <param name="Bits">The bits.</param>
internal readonly record struct ValueSet(BigInteger Bits)
{
    /// <summary>No value.</summary>
    public static ValueSet None => new(BigInteger.Zero);

    public bool IsEmpty => Bits.IsZero;

    /// <summary>One value.</summary>
    public static ValueSet Of(int value) => new(BigInteger.One << value);

    /// <summary>Every value of a variable.</summary>
    /// <param name="size">How many there are.</param>
    public static ValueSet All(int size) => new((BigInteger.One << size) - 1);

    public bool Contains(int value) => !((Bits >> value) & 1).IsZero;

    public bool IsSubsetOf(ValueSet other) => (Bits & other.Bits) == Bits;

    public ValueSet Union(ValueSet other) => new(Bits | other.Bits);

    public ValueSet Intersect(ValueSet other) => new(Bits & other.Bits);

    /// <summary>The values of a variable that are not among these.</summary>
    /// <param name="size">How many values the variable has.</param>
    public ValueSet Complement(int size) => new(All(size).Bits ^ Bits);
}
