using System.Collections.Concurrent;

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A store that keeps nothing, and that may throw synchronously or later.</summary>
internal sealed class SteppedStore(Steps steps) : ICacheStore
{
    public ConcurrentBag<object?> Kept { get; } = [];

    public async ValueTask<Optional<TValue>> GetAsync<TKey, TValue>(
        string stage,
        TKey key,
        CancellationToken cancellationToken
    )
    {
        steps.Step();
        await Task.Yield();
        steps.Step();
        return Optional.Skip("not there");
    }

    public ValueTask SetAsync<TKey, TValue>(
        string stage,
        TKey key,
        TValue value,
        TimeSpan timeToLive,
        CancellationToken cancellationToken
    )
    {
        steps.Step();
        Kept.Add(value);
        return KeepAsync();

        async ValueTask KeepAsync()
        {
            await Task.Yield();
            steps.Step();
        }
    }
}
