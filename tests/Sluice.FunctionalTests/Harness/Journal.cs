namespace Sluice.FunctionalTests.Harness;

/// <summary>What has happened, in order. Thread-safe.</summary>
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

    /// <summary>Notes something and passes a value on, so that a stage can be an expression.</summary>
    public T Add<T>(string entry, T value)
    {
        Add(entry);
        return value;
    }

    /// <summary>Waits until what has happened is enough.</summary>
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
