using System.Runtime.InteropServices;

namespace Sluice.CompilerServices;

/// <summary>
/// Trims a pool after each collection of the oldest generation, for as long as the pool lives: an object that nothing refers to is
/// finalised by such a collection and registers itself again.
/// </summary>
internal sealed class OldestGenerationCollection
{
    // Weak, so that neither a pool nor the assembly that it belongs to is kept from being unloaded. Not a WeakReference, which has a
    // finaliser of its own: the collection that finds this object finds it too, and it would let go of the pool after the first.
    private readonly GCHandle _pool;

    private OldestGenerationCollection(ITrimmedPool pool) => _pool = GCHandle.Alloc(pool, GCHandleType.Weak);

    ~OldestGenerationCollection()
    {
        if (_pool.Target is not ITrimmedPool pool)
        {
            _pool.Free();
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
