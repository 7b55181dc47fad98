namespace Sluice.FunctionalTests.Harness;

/// <summary>What has happened, in order. Thread-safe.</summary>
public sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    public void Add(string entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
        }
    }

    /// <summary>Notes something and passes a value on, so that a stage can be an expression.</summary>
    public T Add<T>(string entry, T value)
    {
        Add(entry);
        return value;
    }
}
