using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Sluice.CompilerServices.Caching;

namespace Sluice.CompilerServices;

/// <summary>
/// What a call of a cached stage found: a value, or nothing, and then the call leads. A leader calls the stage and must say once how
/// that ended: with <see cref="CompleteAsync"/>, <see cref="Failed"/> or <see cref="Abandoned"/>. What it says later is ignored.
/// </summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Nobody compares two of them.
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

    /// <summary>Gives the value where there is one. Otherwise the call leads.</summary>
    /// <param name="value">The value. It may be <see langword="null"/>.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out TValue value)
    {
        value = _value;
        return _call is null;
    }

    /// <summary>Begins the call of the stage by who leads.</summary>
    /// <returns>What has to be disposed of when the stage has returned, before its task is awaited.</returns>
    public LeadScope Lead() => new(_call!, _lead);

    /// <summary>
    /// Says that the stage returned: the value is kept, and given to those who wait for it. Where a store fails, so do those who wait,
    /// with the same exception. Where it is cancelled, they get the value.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="token">Ends the work of a store.</param>
    /// <returns>A task that ends when the value is kept, and fails with what a store throws.</returns>
    public ValueTask CompleteAsync(TValue value, CancellationToken token) =>
        _call is null ? default : _call.Cache.CompleteAsync(_call, _lead, value, token);

    /// <summary>Says that the stage failed: those who wait fail with the same exception, and nothing is kept.</summary>
    /// <param name="exception">The exception.</param>
    public void Failed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _call?.Cache.End(_call, _lead, default!, exception, inMemory: false);
    }

    /// <summary>Says that the stage was cancelled: one of those who wait leads in its place.</summary>
    public void Abandoned() => _call?.Cache.Abandon(_call, _lead);

    /// <summary>Says that a store has the value: it is given to those who wait for it.</summary>
    internal void Found(TValue value) => _call?.Cache.End(_call, _lead, value, exception: null, inMemory: false);
}
