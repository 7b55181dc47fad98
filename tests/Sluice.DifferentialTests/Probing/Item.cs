using System.Globalization;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Probing;

/// <summary>The value that flows between stages. It knows its run, its producer and the call that made it, so one in the wrong place is noticed.</summary>
/// <param name="run">The run.</param>
/// <param name="producer">The id of the stage or input that it comes from.</param>
/// <param name="number">The number that was computed.</param>
/// <param name="call">The call that made it; <see langword="null"/> for an input.</param>
public sealed class Item(Run run, int producer, ulong number, Invocation? call = null)
{
    public Run Run => run;

    public int Producer => producer;

    public ulong Number => number;

    public Invocation? Call => call;

    /// <summary>The item as traces show it.</summary>
    public string Text => TextOf(producer, number);

    public static string TextOf(int producer, ulong number) =>
        string.Create(CultureInfo.InvariantCulture, $"{producer}:{number:x}");

    /// <summary>The number of an element of a collection that is made from an item.</summary>
    public static ulong NumberOfElement(ulong number, int index) => Dice.Mix(number, (ulong)index);

    /// <summary>An element of a collection that is made from this item.</summary>
    public Item Element(int index) => new(run, producer, NumberOfElement(number, index), call);
}
