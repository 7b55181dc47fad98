using System.Collections.Concurrent;

namespace DocumentSearch.Analysis;

/// <summary>
/// Assigns numbers to the terms of an index, so that a token takes four bytes. Several threads can add terms at the
/// same time.
/// </summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _next;

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of terms.</summary>
    public int Count => _numbers.Count;

    /// <summary>
    /// The largest number plus one. If threads add the same term at the same time, a number may stay unused.
    /// </summary>
    public int NumberCount => Volatile.Read(ref _next);

    /// <summary>All terms with their numbers, unordered.</summary>
    public IEnumerable<KeyValuePair<string, int>> All => _numbers;

    /// <summary>Returns the number of a term, and assigns one if needed.</summary>
    public int Add(ReadOnlySpan<char> term) =>
        _lookup.TryGetValue(term, out var number)
            ? number
            : _numbers.GetOrAdd(term.ToString(), static (_, self) => Interlocked.Increment(ref self._next) - 1, this);

    /// <summary>Returns the number of a term, or <see langword="null"/> if no document contains it.</summary>
    public int? Find(ReadOnlySpan<char> term) => _lookup.TryGetValue(term, out var number) ? number : null;
}
