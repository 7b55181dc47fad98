using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Probing;

/// <summary>Makes the output of a stage from an item.</summary>
public static class Make
{
    public static Item Item(Item item) => item;

    public static Own<TMarker> Own<TMarker>(Item item) => new(item);

    public static Derived<TMarker> Derived<TMarker>(Item item) => new(item);

    public static (Item Inner, int Stage) Tuple(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return (item, item.Producer);
    }

    public static bool Flag(Item item) => Choice(item) == 1;

    public static Tone Tone(Item item) => (Tone)Choice(item);

    public static string Text(Item item) => Routes.Text(Choice(item));

    public static int Number(Item item) => Choice(item);

    public static Item[] Array(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Elements(item, item.Run.Circumstances.Count(item.Producer));
    }

    public static IReadOnlyList<Item> List(Item item) => new List<Item>(Array(item));

    public static IEnumerable<Item> Sequence(Item item) => Array(item).Where(static _ => true);

    public static ReadOnlyMemory<Item> Memory(Item item) => Array(item);

    public static Item[][] Nested(Item item) =>
        [
            .. Array(item)
                .Select(
                    (element, index) => Elements(element, element.Run.Circumstances.InnerCount(element.Producer, index))
                ),
        ];

    private static int Choice(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Run.Circumstances.Choice(item.Producer);
    }

    private static Item[] Elements(Item item, int count) => [.. Enumerable.Range(0, count).Select(item.Element)];
}
