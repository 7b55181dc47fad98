namespace Sluice.CompilerServices.Caching;

/// <summary>
/// The key of a call that is under way. A call is looked up by its key and removed by its identity: the removal runs no code of the
/// user, which could throw and leave the call behind.
/// </summary>
internal readonly struct CallKey<TKey, TValue>(CacheKey<TKey> key, LeadingCall<TKey, TValue>? call = null)
    : IEquatable<CallKey<TKey, TValue>>
    where TKey : notnull
{
    private readonly CacheKey<TKey> _key = key;
    private readonly LeadingCall<TKey, TValue>? _call = call;

    public bool Equals(CallKey<TKey, TValue> other) =>
        _call is not null && other._call is not null ? ReferenceEquals(_call, other._call) : _key.Equals(other._key);

    public override bool Equals(object? obj) => obj is CallKey<TKey, TValue> other && Equals(other);

    public override int GetHashCode() => _key.GetHashCode();
}
