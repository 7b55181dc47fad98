using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Sluice.CompilerServices.Caching;

namespace Sluice.CompilerServices;

/// <summary>
/// The result of a lookup in the cache of a stage: a value, or the lead of the call. A leader calls the stage and must report once how
/// that ended: with <see cref="CompleteAsync"/>, <see cref="Failed"/> or <see cref="Abandoned"/>. Later reports are ignored.
/// </summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Entries are never compared.
public readonly struct CacheEntry<TKey, TValue>
#pragma warning restore CA1815
    where TKey : notnull
{
    private readonly TValue? _value;
    private readonly LeadingCall<TKey, TValue>? _call;
    private readonly int _lead;

    internal CacheEntry(TValue value) => _value = value;

    internal CacheEntry(LeadingCall<TKey, TValue> call)
    {
        _call = call;
        _lead = call.Lead;
    }

    /// <summary>Gets the value if there is one. Otherwise the caller leads.</summary>
    /// <param name="value">The value. It may be <see langword="null"/>.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out TValue value)
    {
        value = _value;
        return _call is null;
    }

    /// <summary>Begins the call of the stage by its leader.</summary>
    /// <returns>A scope that must be disposed of when the stage has returned, before its task is awaited.</returns>
    public LeadScope Lead() => new(_call!, _lead);

    /// <summary>
    /// Reports that the stage returned a value: it is stored, and the waiting callers get it. If the store fails, they fail with the same
    /// exception. If the store is cancelled, they get the value.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="token">Cancels the work of a store.</param>
    /// <returns>A task that ends when the value is stored, and fails with the exception of the store.</returns>
    public ValueTask CompleteAsync(TValue value, CancellationToken token) =>
        _call is null ? default : _call.Cache.CompleteAsync(_call, _lead, value, token);

    /// <summary>Reports that the stage failed: the waiting callers fail with the same exception, and nothing is stored.</summary>
    /// <param name="exception">The exception.</param>
    public void Failed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _call?.Cache.End(_call, _lead, default!, exception, inMemory: false);
    }

    /// <summary>Reports that the stage was cancelled: one of the waiting callers leads next.</summary>
    public void Abandoned() => _call?.Cache.Abandon(_call, _lead);

    /// <summary>Reports that a store has the value: the waiting callers get it.</summary>
    internal void Found(TValue value) => _call?.Cache.End(_call, _lead, value, exception: null, inMemory: false);
}
