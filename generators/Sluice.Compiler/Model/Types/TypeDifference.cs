namespace Sluice.Compiler.Model;

/// <summary>What binding does not see of two types of which one goes where the other is taken: nullability inside of them, and the names of tuple elements.</summary>
/// <param name="From">The type of the producer, as code writes it.</param>
/// <param name="To">The type that is taken, as code writes it.</param>
/// <param name="Level">How deep inside of <paramref name="From"/> it is taken: 0 as it is, 1 its elements, 2 the elements of those.</param>
internal sealed record TypeDifference(string From, string To, int Level)
{
    /// <summary>The type of the producer, or of the elements that are taken of it, as a message shows it.</summary>
    public string FromDisplay { get; init; } = From;

    /// <summary>The type that is taken, as a message shows it.</summary>
    public string ToDisplay { get; init; } = To;

    /// <summary>Whether one of the two says that something inside is never null, and the other does not.</summary>
    public bool IsOfNullability { get; init; }

    /// <summary>The tuple element that gets the value of another, although its own is there, or <see langword="null"/>.</summary>
    public string? MovedElement { get; init; }

    /// <summary>The tuple element whose value it gets, or <see langword="null"/>.</summary>
    public string? ElementInItsPlace { get; init; }
}
