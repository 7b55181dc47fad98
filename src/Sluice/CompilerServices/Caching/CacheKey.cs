namespace Sluice.CompilerServices.Caching;

/// <summary>
/// A key with the hash code that it had when it was added. A value whose key object changes meanwhile can still be found by that object,
/// and removed.
/// </summary>
internal readonly struct CacheKey<TKey>(TKey key) : IEquatable<CacheKey<TKey>>
    where TKey : notnull
{
    private readonly int _hashCode = EqualityComparer<TKey>.Default.GetHashCode(key);

    public TKey Key { get; } = key;

    public bool Equals(CacheKey<TKey> other) =>
        _hashCode == other._hashCode && EqualityComparer<TKey>.Default.Equals(Key, other.Key);

    public override bool Equals(object? obj) => obj is CacheKey<TKey> other && Equals(other);

    public override int GetHashCode() => _hashCode;
}
