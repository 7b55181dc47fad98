namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A store whose next search or next write a test can suspend.</summary>
internal sealed class TestStore : ICacheStore
{
    private TaskCompletionSource? _heldGet;
    private TaskCompletionSource? _heldSet;
    private int _gets;
    private int _sets;

    public List<(string Stage, object Key, object? Value, TimeSpan TimeToLive)> Kept { get; } = [];

    public int Gets => _gets;

    public int Sets => _sets;

    /// <summary>The exception that the store throws synchronously.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Suspends the next search until the result is set.</summary>
    public TaskCompletionSource HoldGet() => _heldGet = new();

    /// <summary>Suspends the next write until the result is set.</summary>
    public TaskCompletionSource HoldSet() => _heldSet = new();

    public ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(
        string stage,
        TKey key,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _gets);
        return Failure is null ? SearchAsync() : throw Failure;

        async ValueTask<Optional<TValue>> SearchAsync()
        {
            if (Interlocked.Exchange(ref _heldGet, null) is { } held)
            {
                await held.Task.WaitAsync(cancellationToken);
            }

            lock (Kept)
            {
                foreach (var kept in Kept)
                {
                    if (kept.Stage == stage && kept.Key.Equals(key))
                    {
                        return Optional.Value((TValue)kept.Value!);
                    }
                }

                return Optional.Skip("not there");
            }
        }
    }

    public async ValueTask SetAsync<TKey, TValue>(
        string stage,
        TKey key,
        TValue value,
        TimeSpan timeToLive,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _sets);
        if (Interlocked.Exchange(ref _heldSet, null) is { } held)
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        lock (Kept)
        {
            Kept.Add((stage, key!, value, timeToLive));
        }
    }
}
