using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A stage with a cache, called in the same way as from emitted code.</summary>
internal sealed class CachedStage<TKey, TValue>(
    StageCache<TKey, TValue> cache,
    TimeProvider time,
    Func<TKey, CancellationToken, ValueTask<TValue>> stage,
    ICacheStore? store = null
)
    where TKey : notnull
{
    private int _calls;

    /// <summary>The number of calls of the stage itself.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public async ValueTask<TValue> CallAsync(TKey key, CancellationToken token = default)
    {
        var entry = await cache.EnterAsync(key, store, time, token);
        if (entry.TryGetValue(out var cached))
        {
            return cached;
        }

        Interlocked.Increment(ref _calls);
        try
        {
            ValueTask<TValue> task;
            using (entry.Lead())
            {
                task = stage(key, token);
            }

            var value = await task;
            await entry.CompleteAsync(value, token);
            return value;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            entry.Abandoned();
            throw;
        }
        catch (Exception exception)
        {
            entry.Failed(exception);
            throw;
        }
    }
}
