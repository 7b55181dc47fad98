using System.Collections.Concurrent;

namespace DocumentSearch.Analysis;

/// <summary>Numbers the terms of an index, so that a token takes four bytes. Several threads may add to it.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private int next;

    public Vocabulary() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many terms there are.</summary>
    public int Count => numbers.Count;

    /// <summary>One more than the largest number. Threads that meet at a new term may leave a number unused.</summary>
    public int NumberCount => Volatile.Read(ref next);

    /// <summary>All terms with their numbers, in no particular order.</summary>
    public IEnumerable<KeyValuePair<string, int>> All => numbers;

    /// <summary>The number of a term, which gets one if it has none.</summary>
    public int Add(ReadOnlySpan<char> term) =>
        lookup.TryGetValue(term, out var number)
            ? number
            : numbers.GetOrAdd(term.ToString(), static (_, self) => Interlocked.Increment(ref self.next) - 1, this);

    /// <summary>The number of a term, or <see langword="null"/> for a term that no document has.</summary>
    public int? Find(ReadOnlySpan<char> term) => lookup.TryGetValue(term, out var number) ? number : null;
}
