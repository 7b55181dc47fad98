namespace Sluice.Compiler.Model;

/// <summary>
/// A difference between the type of a producer and the type that takes its value that binding ignores: nullability
/// inside the types and the names of tuple elements.
/// </summary>
/// <param name="From">The producer's type, as emitted code writes it.</param>
/// <param name="To">The type that is taken, as emitted code writes it.</param>
/// <param name="Level">
/// The depth inside <paramref name="From"/> at which values are taken: 0 for the value itself, 1 for its elements, 2
/// for the elements of those.
/// </param>
internal sealed record TypeDifference(string From, string To, int Level)
{
    /// <summary>The type of the producer, or of the elements that are taken from it, as a message shows it.</summary>
    public string FromDisplay { get; init; } = From;

    /// <summary>The type that is taken, as a message shows it.</summary>
    public string ToDisplay { get; init; } = To;

    /// <summary>Whether one type states that something inside it is never null and the other does not.</summary>
    public bool IsOfNullability { get; init; }

    /// <summary>
    /// A tuple element that gets the value of another although an element of its own name exists, or
    /// <see langword="null"/>.
    /// </summary>
    public string? MovedElement { get; init; }

    /// <summary>The tuple element whose value it gets, or <see langword="null"/>.</summary>
    public string? ElementInItsPlace { get; init; }
}
