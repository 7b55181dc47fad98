using System.Collections.Concurrent;
using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>The run objects of one entry point that are idle, beyond the one that each thread keeps for itself.</summary>
/// <typeparam name="TRun">The type of the run objects.</typeparam>
/// <remarks>
/// The pool follows the load down: at each collection of the oldest generation it lets go of as many run objects as were idle all
/// the time since the collection before. Thread-safe.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RunPool<TRun> : ITrimmedPool
    where TRun : class
{
    private Shelf _shelf = new();

    /// <summary>Makes an empty pool.</summary>
    public RunPool() => OldestGenerationCollection.Subscribe(this);

    /// <summary>
    /// Whether each thread may keep an idle run object for itself. Not where the run's type can be unloaded: the runtime (10.0.12 was
    /// seen to) may crash on thread statics of such types when threads and load contexts come and go.
    /// </summary>
    public bool KeepsOneOnThread { get; } = !typeof(TRun).IsCollectible;

    /// <summary>How many run objects are idle in the pool. While others use it the number is approximate.</summary>
    public int Count => Math.Max(0, Volatile.Read(ref _shelf.Count));

    /// <summary>Takes an idle run object.</summary>
    /// <returns>A run object, or <see langword="null"/> where none is idle.</returns>
    public TRun? Rent()
    {
        var shelf = Volatile.Read(ref _shelf);
        if (!shelf.Idle.TryDequeue(out var run))
        {
            shelf.LeastIdle = 0;
            return null;
        }

        // Two threads may both write here and the greater number may stand: then the pool keeps fewer for a while.
        var left = Interlocked.Decrement(ref shelf.Count);
        if (left < shelf.LeastIdle)
        {
            shelf.LeastIdle = left;
        }

        return run;
    }

    /// <summary>Gives back a run object that is no longer used and holds nothing of the run that it served.</summary>
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

        // A new shelf, since a queue never gives back the memory that it has grown to. What is returned to the old one from here
        // on is collected with it.
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
