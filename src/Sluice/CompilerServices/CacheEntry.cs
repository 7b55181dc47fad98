using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

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
    private readonly bool _hasValue;

    internal CacheEntry(TValue value)
    {
        _value = value;
        _hasValue = true;
    }

    /// <summary>Gives the value where there is one. Otherwise the call leads.</summary>
    /// <param name="value">The value. It may be <see langword="null"/>.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out TValue value)
    {
        value = _value;
        return _hasValue;
    }

    /// <summary>Says that the stage returned: the value is kept and given to those who wait for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="token">Ends the work of a store.</param>
    /// <returns>A task that ends when the value is kept.</returns>
    public ValueTask CompleteAsync(TValue value, CancellationToken token) => throw new NotImplementedException();

    /// <summary>Says that the stage failed: those who wait fail with the same exception, and nothing is kept.</summary>
    /// <param name="exception">The exception.</param>
    public void Failed(Exception exception) => throw new NotImplementedException();

    /// <summary>Says that the stage was cancelled: one of those who wait leads in its place.</summary>
    public void Abandoned() => throw new NotImplementedException();
}
