using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Collects the values of several stages in a list.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="capacity">The number of elements if no stage contributes several.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // Emitted code never compares it.
public struct CollectedValues<T>(int capacity)
#pragma warning restore CA1815
{
    private T[] _values = new T[capacity];
    private int _count;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    public CollectedValues<T> Add(T value)
    {
        EnsureSpace(1);
        _values[_count++] = value;
        return this;
    }

    /// <summary>Adds a value unless it is absent.</summary>
    /// <param name="value">The value.</param>
    /// <param name="skipped">The reason why it is absent, or <see langword="null"/>.</param>
    public CollectedValues<T> Add(T value, string? skipped) => skipped is null ? Add(value) : this;

    /// <summary>Adds the results of a stage that runs for each element.</summary>
    /// <param name="results">The results.</param>
    public CollectedValues<T> AddRange(T[] results)
    {
        ArgumentNullException.ThrowIfNull(results);
        EnsureSpace(results.Length);
        Array.Copy(results, 0, _values, _count, results.Length);
        _count += results.Length;
        return this;
    }

    /// <summary>Adds the results of a stage that runs for each element unless the stage was skipped.</summary>
    /// <param name="results">The results.</param>
    /// <param name="skipped">The reason why there are none, or <see langword="null"/>.</param>
    public CollectedValues<T> AddRange(T[] results, string? skipped) => skipped is null ? AddRange(results) : this;

    /// <summary>Returns the list.</summary>
    public readonly T[] ToArray() => _count == _values.Length ? _values : _values.AsSpan(0, _count).ToArray();

    private void EnsureSpace(int added)
    {
        if (_count + added > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(_count + added, 2 * _values.Length));
        }
    }
}
