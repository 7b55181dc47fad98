using System.Collections.Concurrent;

namespace Sluice.FaultTests;

/// <summary>A fault at one point, or at all points from there on, in a run that a test advances step by step on its own thread.</summary>
/// <param name="first">The number of the first point with the fault.</param>
/// <param name="fault">The fault.</param>
/// <param name="goesOn">Whether the fault also occurs at all later points.</param>
internal sealed class SteppedFaults(int first, Fault fault, bool goesOn) : IFaultSource
{
    private readonly ConcurrentQueue<TaskCompletionSource> _waiting = new();

    /// <summary>Whether any stage is waiting.</summary>
    public bool IsWaiting => !_waiting.IsEmpty;

    public Fault At(int point) => point == first || (goesOn && point > first) ? fault : Fault.None;

    public ValueTask SuspendAsync()
    {
        // The continuation runs on the test's thread, inside SetResult.
        var source = new TaskCompletionSource();
        _waiting.Enqueue(source);
        return new ValueTask(source.Task);
    }

    /// <summary>Continues the stage that has waited longest.</summary>
    /// <returns>Whether any stage was waiting.</returns>
    public bool TryGoOn()
    {
        if (!_waiting.TryDequeue(out var source))
        {
            return false;
        }

        source.SetResult();
        return true;
    }
}
