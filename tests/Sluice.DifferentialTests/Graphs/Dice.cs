namespace Sluice.DifferentialTests.Graphs;

/// <summary>
/// Pseudo-random numbers by SplitMix64: the same for a seed on every machine and runtime, so that a seed is all it takes to see a
/// failure again.
/// </summary>
public sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Makes one seed of two, for choices that must not depend on the order in which they are made.</summary>
    public static ulong Mix(ulong left, ulong right) => Scramble(left + (0x9E3779B97F4A7C15 * (right + 1)));

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(T[] items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong Next() => Scramble(_state += 0x9E3779B97F4A7C15);

    private static ulong Scramble(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
