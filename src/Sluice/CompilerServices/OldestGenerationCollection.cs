using System.Runtime.InteropServices;

namespace Sluice.CompilerServices;

/// <summary>
/// Calls back after each collection of the oldest generation, for as long as the target lives: an object that nothing refers to is
/// finalised by such a collection and registers itself again.
/// </summary>
internal sealed class OldestGenerationCollection
{
    // Not a WeakReference, which has a finaliser of its own: the collection that finds this object finds it too, and it would let go
    // of its target after the first.
    private readonly GCHandle _target;
    private readonly Action<object> _callback;

    private OldestGenerationCollection(object target, Action<object> callback)
    {
        _target = GCHandle.Alloc(target, GCHandleType.Weak);
        _callback = callback;
    }

    ~OldestGenerationCollection()
    {
        if (_target.Target is not { } target)
        {
            _target.Free();
            return;
        }

        // The object is young at first, and then collections of younger generations finalise it too.
        if (GC.GetGeneration(this) == GC.MaxGeneration)
        {
            _callback(target);
        }

        GC.ReRegisterForFinalize(this);
    }

    /// <summary>Begins to call back.</summary>
    /// <param name="target">What is passed to the callback. It is held weakly.</param>
    /// <param name="callback">What to call, on the finaliser's thread. It must not throw and must not hold the target.</param>
    public static void Subscribe(object target, Action<object> callback) =>
        _ = new OldestGenerationCollection(target, callback);
}
