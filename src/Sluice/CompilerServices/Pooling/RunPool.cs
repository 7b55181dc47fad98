using System.Collections.Concurrent;
using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The idle run objects of one entry point, except those that threads keep for themselves. Thread-safe.</summary>
/// <typeparam name="TRun">The type of the run objects.</typeparam>
/// <remarks>
/// The pool shrinks with the load: at each collection of the oldest generation it drops as many run objects as were idle since the
/// collection before.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunPool<TRun> : ITrimmedPool
    where TRun : class
{
    private Shelf _shelf = new();

    /// <summary>Makes an empty pool.</summary>
    public RunPool() => OldestGenerationCollection.Subscribe(this);

    /// <summary>
    /// Whether each thread may keep an idle run object for itself. This is <see langword="false"/> if the run's type can be unloaded: the
    /// runtime may crash on thread statics of such types when threads and load contexts come and go (seen with version 10.0.12).
    /// </summary>
    public bool KeepsOneOnThread { get; } = !typeof(TRun).IsCollectible;

    /// <summary>The number of idle run objects in the pool. It is approximate while other threads use the pool.</summary>
    internal int Count => Math.Max(0, Volatile.Read(ref _shelf.Count));

    /// <summary>Takes an idle run object.</summary>
    /// <returns>A run object, or <see langword="null"/> if none is idle.</returns>
    public TRun? Rent()
    {
        var shelf = Volatile.Read(ref _shelf);
        if (!shelf.Idle.TryDequeue(out var run))
        {
            shelf.LeastIdle = 0;
            return null;
        }

        // If two threads write at once, the greater number may stay: then the pool drops too many run objects once.
        var left = Interlocked.Decrement(ref shelf.Count);
        if (left < shelf.LeastIdle)
        {
            shelf.LeastIdle = left;
        }

        return run;
    }

    /// <summary>Returns a run object that is no longer used and refers to nothing of its run.</summary>
    /// <param name="run">The run object.</param>
    public void Return(TRun run)
    {
        var shelf = Volatile.Read(ref _shelf);
        shelf.Idle.Enqueue(run);
        Interlocked.Increment(ref shelf.Count);
    }

    void ITrimmedPool.Trim()
    {
        var current = _shelf;
        var surplus = Math.Max(0, current.LeastIdle);
        if (surplus == 0)
        {
            current.LeastIdle = Volatile.Read(ref current.Count);
            return;
        }

        // A queue never frees the memory that it has grown to, so the pool gets a new one. Run objects that are returned to the old
        // one from here on are collected with it.
        var next = new Shelf();
        for (var keep = current.Count - surplus; keep > 0 && current.Idle.TryDequeue(out var run); keep--)
        {
            next.Idle.Enqueue(run);
            next.Count++;
        }

        next.LeastIdle = next.Count;
        Volatile.Write(ref _shelf, next);
    }

    private sealed class Shelf
    {
        public readonly ConcurrentQueue<TRun> Idle = new();
        public int Count;
        public int LeastIdle;
    }
}
