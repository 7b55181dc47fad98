using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Sluice.CompilerServices.Caching;

namespace Sluice.CompilerServices;

/// <summary>The cached values of a stage, and its calls that are under way: one at a time for each key. Thread-safe.</summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StageCache<TKey, TValue>
    where TKey : notnull
{
    private readonly string _stage;
    private readonly TimeSpan _timeToLive;

    // A hit takes no lock. Everything else happens under the lock of the calls, and is short compared with a stage.
    private readonly KeptValues<TKey, TValue> _values;
    private readonly Dictionary<CallKey<TKey, TValue>, LeadingCall<TKey, TValue>> _calls = [];
    private readonly RunPool<LeadingCall<TKey, TValue>> _idleCalls = new();
    private readonly RunPool<CacheWaiter<TKey, TValue>> _idleWaiters = new();

    /// <summary>The lock of the calls.</summary>
    internal object Gate => _calls;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="stage">The names of the pipeline and the stage. A store uses them to tell the values of stages apart.</param>
    /// <param name="timeToLive">The time for which a value is kept. It must be positive.</param>
    /// <param name="size">
    /// The greatest number of values in memory: 1 or more. If a further value comes, the least recently used is removed.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="timeToLive"/> is not positive, or <paramref name="size"/> is less than 1.
    /// </exception>
    public StageCache(string stage, TimeSpan timeToLive, int size)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _stage = stage;
        _timeToLive = timeToLive;
        _values = new KeptValues<TKey, TValue>(timeToLive, size, gate: _calls);
    }

    /// <summary>
    /// Looks for a value. If there is none, the caller leads the call of the stage, or waits for the caller that does. A hit in memory
    /// does not allocate.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="store">
    /// The store that keeps values instead of memory, or <see langword="null"/>. A leader asks it before it calls the stage.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="token">Cancels the wait of this caller alone, and its search of the store.</param>
    /// <returns>The value or the lead. It fails with the exception of the leader or of the store.</returns>
    /// <exception cref="InvalidOperationException">The caller runs on behalf of the call that it would wait for.</exception>
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
        // A former leader must not write into the store of another call.
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

    /// <summary>Ends a call with a value or an exception, which all waiting callers get.</summary>
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
                    // The value is stored before the call is removed: a reader that takes no lock must find one of them.
                    if (inMemory)
                    {
                        _values.Keep(call.Key, value, call.Time);
                    }
                }
                finally
                {
                    // The call ends even if a clock or the comparison of keys throws.
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
                // All callers throw this object, each with the stack trace that it has now: the trace does not grow with their number.
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            while (waiter is not null)
            {
                var next = WaiterQueue<CacheWaiter<TKey, TValue>, CacheEntry<TKey, TValue>>.TakeNext(waiter);
                if (failure is null)
                {
                    waiter.End(new CacheEntry<TKey, TValue>(value));
                }
                else
                {
                    waiter.End(failure);
                }

                waiter = next;
            }
        }
    }

    /// <summary>Ends a lead without a value. The caller that has waited longest leads next.</summary>
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

        next?.End(new CacheEntry<TKey, TValue>(call));
    }

    /// <summary>Removes a caller that gives up, unless its wait has ended.</summary>
    /// <returns>Whether it was still queued.</returns>
    internal bool TryLeave(CacheWaiter<TKey, TValue> waiter)
    {
        lock (_calls)
        {
            if (!waiter.IsQueued)
            {
                return false;
            }

            waiter.Call!.Remove(waiter);
            return true;
        }
    }

    /// <summary>Puts a waiter into the pool.</summary>
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
                // The call may have ended after its value was looked for.
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
            // The stage has succeeded: a leader that is cancelled only now has a value for the others.
            End(call, lead, value, token.IsCancellationRequested ? null : exception, inMemory: false);
            throw;
        }

        End(call, lead, value, exception: null, inMemory: false);
    }

    private void Forget(LeadingCall<TKey, TValue> call)
    {
        Debug.Assert(Monitor.IsEntered(_calls), "Another call of the same key could begin.");
        _calls.Remove(new CallKey<TKey, TValue>(call.Key, call));
        call.Clear();
        _idleCalls.Return(call);
    }

    private InvalidOperationException WaitsForItself(TKey key) =>
        new(
            $"Stage '{_stage}' depends on itself: computing its value for the key '{TextOf(key)}' requires that value. "
                + "Do not request the same key inside the stage, or remove [Cached]."
        );

    private static string? TextOf(TKey key)
    {
        try
        {
            return key.ToString();
        }
#pragma warning disable CA1031 // The text is part of a message. A failure to make it must not hide the exception that has it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return typeof(TKey).Name;
        }
    }
}
