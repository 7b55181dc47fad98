using System.Runtime.InteropServices;

namespace Sluice.CompilerServices;

/// <summary>
/// Trims a pool after each collection of the oldest generation, as long as the pool lives: such a collection finalises an unreferenced
/// object, which registers itself again.
/// </summary>
internal sealed class OldestGenerationCollection
{
    // Weak, so that neither the pool nor its assembly is kept from being unloaded. A WeakReference has a finaliser of its own: the
    // first collection would finalise it with this object, and the pool would be lost.
    private readonly GCHandle _pool;

    private OldestGenerationCollection(ITrimmedPool pool) => _pool = GCHandle.Alloc(pool, GCHandleType.Weak);

    ~OldestGenerationCollection()
    {
        if (_pool.Target is not ITrimmedPool pool)
        {
            _pool.Free();
            return;
        }

        // At first the object is young, and collections of younger generations finalise it too.
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
