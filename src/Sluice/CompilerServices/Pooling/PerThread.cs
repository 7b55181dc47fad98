namespace Sluice.CompilerServices;

/// <summary>The last value of each of a few threads. Not thread-safe.</summary>
internal sealed class PerThread<T>
    where T : class
{
    // An exception that lives for ever must not keep every run that it has ended.
    private const int Most = 32;

    private readonly List<(int Thread, T Value)> _values = [];

    /// <summary>The value of the calling thread, or <see langword="null"/>.</summary>
    public T? OfThread => _values.Find(value => value.Thread == Environment.CurrentManagedThreadId).Value;

    /// <summary>The latest value of any thread, or <see langword="null"/>.</summary>
    public T? Last => _values.Count == 0 ? null : _values[^1].Value;

    /// <summary>The value if there is exactly one; otherwise <see langword="null"/>.</summary>
    public T? Only => _values.Count == 1 ? _values[0].Value : null;

    /// <summary>Sets the value of the calling thread, and removes it from other threads.</summary>
    public void Set(T value)
    {
        var thread = Environment.CurrentManagedThreadId;
        _values.RemoveAll(other => other.Thread == thread || ReferenceEquals(other.Value, value));
        if (_values.Count == Most)
        {
            _values.RemoveAt(0);
        }

        _values.Add((thread, value));
    }

    /// <summary>Removes a value.</summary>
    public void Remove(T value) => _values.RemoveAll(other => ReferenceEquals(other.Value, value));
}
