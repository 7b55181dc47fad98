using System.Globalization;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>What flows between stages: it knows its run and its producer, so that a value in the wrong place is noticed.</summary>
/// <param name="run">The run.</param>
/// <param name="producer">The id of the stage or input that it comes from.</param>
/// <param name="number">What was computed.</param>
public sealed class Item(Probe run, int producer, ulong number)
{
    public Probe Run => run;

    public int Producer => producer;

    public ulong Number => number;

    /// <summary>The item as traces show it.</summary>
    public string Text => TextOf(producer, number);

    public static string TextOf(int producer, ulong number) =>
        string.Create(CultureInfo.InvariantCulture, $"{producer}:{number:x}");

    /// <summary>The number of an element of a collection that is made from an item.</summary>
    public static ulong NumberOfElement(ulong number, int index) => Dice.Mix(number, (ulong)index);

    /// <summary>An element of a collection that is made from this item.</summary>
    public Item Element(int index) => new(run, producer, NumberOfElement(number, index));
}
