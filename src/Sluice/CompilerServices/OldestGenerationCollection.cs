namespace Sluice.CompilerServices;

/// <summary>
/// Trims a pool after each collection of the oldest generation, for as long as the pool lives: an object that nothing refers to is
/// finalised by such a collection and registers itself again.
/// </summary>
internal sealed class OldestGenerationCollection
{
    // Weak, so that neither a pool nor the assembly that it belongs to is kept from being unloaded.
    private readonly WeakReference<ITrimmedPool> _pool;

    private OldestGenerationCollection(ITrimmedPool pool) => _pool = new WeakReference<ITrimmedPool>(pool);

    ~OldestGenerationCollection()
    {
        if (!_pool.TryGetTarget(out var pool))
        {
            return;
        }

        // The object is young at first, and then collections of younger generations finalise it too.
        if (GC.GetGeneration(this) == GC.MaxGeneration)
        {
            pool.Trim();
        }

        GC.ReRegisterForFinalize(this);
    }

    /// <summary>Begins to trim the pool, on the finaliser's thread.</summary>
    /// <param name="pool">The pool. It is held weakly.</param>
    public static void Subscribe(ITrimmedPool pool) => _ = new OldestGenerationCollection(pool);
}
