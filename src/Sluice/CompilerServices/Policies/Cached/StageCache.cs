using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Sluice.CompilerServices.Caching;

namespace Sluice.CompilerServices;

/// <summary>
/// The values of a stage that are kept, and the calls of it that others wait for: of one key there is one call at a time. Thread-safe.
/// </summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StageCache<TKey, TValue>
    where TKey : notnull
{
    private readonly string _stage;
    private readonly TimeSpan _timeToLive;

    // A value that is found takes no lock. Everything else is done under that of the calls, and is short next to what a stage does.
    private readonly KeptValues<TKey, TValue> _values;
    private readonly Dictionary<CallKey<TKey, TValue>, LeadingCall<TKey, TValue>> _calls = [];
    private readonly RunPool<LeadingCall<TKey, TValue>> _idleCalls = new();
    private readonly RunPool<CacheWaiter<TKey, TValue>> _idleWaiters = new();

    /// <summary>Makes an empty cache.</summary>
    /// <param name="stage">The stage with its pipeline, by which a store tells its values from those of other stages.</param>
    /// <param name="timeToLive">How long a value is kept, from when it comes: more than nothing.</param>
    /// <param name="size">How many values are kept in memory at most: 1 or more. The least recently used goes first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time to live or the size is less.</exception>
    public StageCache(string stage, TimeSpan timeToLive, int size)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _stage = stage;
        _timeToLive = timeToLive;
        _values = new KeptValues<TKey, TValue>(timeToLive, size);
    }

    /// <summary>
    /// Looks for a value. Where there is none, the call leads, or waits for the one that does. What is found in memory allocates
    /// nothing.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="store">Where values are kept instead of in memory, or <see langword="null"/>. Whoever leads asks it first.</param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Ends the wait of this call alone, and the search of a store.</param>
    /// <returns>The value, or the lead. It fails as the leader does, or with what a store throws.</returns>
    /// <exception cref="InvalidOperationException">The call would wait for a call that it is made for itself.</exception>
    public ValueTask<CacheEntry<TKey, TValue>> EnterAsync(
        TKey key,
        ICacheStore? store,
        TimeProvider time,
        CancellationToken token
    )
    {
        ArgumentNullException.ThrowIfNull(time);
        var hashed = new CacheKey<TKey>(key);
        return store is not null ? SearchAsync(hashed, store, time, token)
            : _values.TryGet(hashed, time, out var value) ? new(new CacheEntry<TKey, TValue>(value))
            : JoinAsync(hashed, store, time, token);
    }

    /// <summary>Ends a call with a value.</summary>
    internal ValueTask CompleteAsync(LeadingCall<TKey, TValue> call, int lead, TValue value, CancellationToken token)
    {
        // Who no longer leads must not write into the store of another call.
        if (call.Lead != lead)
        {
            return default;
        }

        if (call.Store is { } store)
        {
            return StoreAsync(call, lead, store, value, token);
        }

        End(call, lead, value, exception: null, inMemory: true);
        return default;
    }

    /// <summary>Ends a call with a value or an exception, which all who wait for it get.</summary>
    internal void End(LeadingCall<TKey, TValue> call, int lead, TValue value, Exception? exception, bool inMemory)
    {
        CacheWaiter<TKey, TValue>? waiter = null;
        ExceptionDispatchInfo? failure = null;
        try
        {
            lock (_calls)
            {
                if (call.Lead != lead)
                {
                    return;
                }

                try
                {
                    // The value is there before the call is gone, so that nobody misses both.
                    if (inMemory)
                    {
                        _values.Keep(call.Key, value, call.Time);
                    }
                }
                finally
                {
                    // The call has ended, whatever a clock or the comparison of keys throws.
                    call.EndLead();
                    waiter = call.RemoveAll();
                    Forget(call);
                }
            }
        }
        finally
        {
            if (waiter is not null && exception is not null)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            while (waiter is not null)
            {
                var next = waiter.Next;
                waiter.Next = null;
                waiter.End(new CacheEntry<TKey, TValue>(value), failure);
                waiter = next;
            }
        }
    }

    /// <summary>Ends a lead: who waits for longest has the next.</summary>
    internal void Abandon(LeadingCall<TKey, TValue> call, int lead)
    {
        CacheWaiter<TKey, TValue>? next;
        lock (_calls)
        {
            if (call.Lead != lead)
            {
                return;
            }

            call.EndLead();
            next = call.First;
            if (next is null)
            {
                Forget(call);
            }
            else
            {
                call.Remove(next);
            }
        }

        next?.End(new CacheEntry<TKey, TValue>(call), failure: null);
    }

    /// <summary>Lets somebody wait no longer, unless what it waits for is on its way.</summary>
    internal bool TryLeave(CacheWaiter<TKey, TValue> waiter)
    {
        lock (_calls)
        {
            if (waiter.Call is not { } call)
            {
                return false;
            }

            call.Remove(waiter);
            return true;
        }
    }

    /// <summary>Takes back an object that nobody waits with any longer.</summary>
    internal void Return(CacheWaiter<TKey, TValue> waiter) => _idleWaiters.Return(waiter);

    private ValueTask<CacheEntry<TKey, TValue>> JoinAsync(
        CacheKey<TKey> key,
        ICacheStore? store,
        TimeProvider time,
        CancellationToken token
    )
    {
        CacheWaiter<TKey, TValue> waiter;
        lock (_calls)
        {
            if (!_calls.TryGetValue(new CallKey<TKey, TValue>(key), out var call))
            {
                // A call may have ended since its value was looked for.
                if (store is null && _values.TryGet(key, time, out var value))
                {
                    return new(new CacheEntry<TKey, TValue>(value));
                }

                call = _idleCalls.Rent() ?? new LeadingCall<TKey, TValue>(this);
                call.Begin(key, store, time);
                _calls.Add(new CallKey<TKey, TValue>(key, call), call);
                return new(new CacheEntry<TKey, TValue>(call));
            }

            var flow = LeadingFlow.Current;
            if (flow is not null && !CachedCall.TryWait(flow, call))
            {
                throw WaitsForItself(key.Key);
            }

            waiter = _idleWaiters.Rent() ?? new CacheWaiter<TKey, TValue>(this);
            waiter.Flow = flow;
            call.Add(waiter);
        }

        return waiter.WaitAsync(token);
    }

    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    private async ValueTask<CacheEntry<TKey, TValue>> SearchAsync(
        CacheKey<TKey> key,
        ICacheStore store,
        TimeProvider time,
        CancellationToken token
    )
    {
        var entry = await JoinAsync(key, store, time, token).ConfigureAwait(false);
        if (entry.TryGetValue(out _))
        {
            return entry;
        }

        Optional<TValue> found;
        try
        {
            found = await store.GetAsync<TKey, TValue>(_stage, key.Key, token).ConfigureAwait(false);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            entry.Abandoned();
            throw;
        }
        catch (Exception exception)
        {
            entry.Failed(exception);
            throw;
        }

        if (!found.TryGetValue(out var value))
        {
            return entry;
        }

        entry.Found(value);
        return new CacheEntry<TKey, TValue>(value);
    }

    [AsyncMethodBuilder(typeof(StageMethodBuilder))]
    private async ValueTask StoreAsync(
        LeadingCall<TKey, TValue> call,
        int lead,
        ICacheStore store,
        TValue value,
        CancellationToken token
    )
    {
        try
        {
            await store.SetAsync(_stage, call.Key.Key, value, _timeToLive, token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The stage has done its work: a leader that is cancelled only now has a value for the others.
            End(call, lead, value, token.IsCancellationRequested ? null : exception, inMemory: false);
            throw;
        }

        End(call, lead, value, exception: null, inMemory: false);
    }

    private void Forget(LeadingCall<TKey, TValue> call)
    {
        _calls.Remove(new CallKey<TKey, TValue>(call.Key, call));
        call.Clear();
        _idleCalls.Return(call);
    }

    private InvalidOperationException WaitsForItself(TKey key) =>
        new(
            $"Stage '{_stage}' waits for itself: the call that computes its value for the key '{TextOf(key)}' needs that value. "
                + "Let the stage not call for its own key, or remove [Cached]."
        );

    private static string? TextOf(TKey key)
    {
        try
        {
            return key.ToString();
        }
#pragma warning disable CA1031 // What matters is the exception that the text is for.
        catch (Exception)
#pragma warning restore CA1031
        {
            return typeof(TKey).Name;
        }
    }
}
