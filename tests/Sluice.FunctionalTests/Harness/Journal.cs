namespace Sluice.FunctionalTests.Harness;

/// <summary>A list of entries in order of occurrence. Thread-safe.</summary>
public sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<string> _entries = [];
    private TaskCompletionSource _changed = NewSource();

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
        TaskCompletionSource changed;
        lock (_gate)
        {
            _entries.Add(entry);
            (changed, _changed) = (_changed, NewSource());
        }

        changed.SetResult();
    }

    /// <summary>Adds an entry and returns the given value, so that a stage can be an expression.</summary>
    public T Add<T>(string entry, T value)
    {
        Add(entry);
        return value;
    }

    /// <summary>Waits until the entries satisfy a condition.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<string>, bool> isEnough)
    {
        while (true)
        {
            Task changed;
            IReadOnlyList<string> entries;
            lock (_gate)
            {
                (changed, entries) = (_changed.Task, [.. _entries]);
            }

            if (isEnough(entries))
            {
                return;
            }

            await changed.ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
