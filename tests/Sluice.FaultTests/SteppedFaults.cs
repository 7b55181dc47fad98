using System.Collections.Concurrent;

namespace Sluice.FaultTests;

/// <summary>One fault at one point, or at all points from it on, of a run that a test takes from step to step on its own thread.</summary>
/// <param name="first">The number of the point.</param>
/// <param name="fault">The fault.</param>
/// <param name="goesOn">Whether it is not over with that point.</param>
internal sealed class SteppedFaults(int first, Fault fault, bool goesOn) : IFaultSource
{
    private readonly ConcurrentQueue<TaskCompletionSource> _waiting = new();

    /// <summary>Whether anything waits to be let go on.</summary>
    public bool IsWaiting => !_waiting.IsEmpty;

    public Fault At(int point) => point == first || (goesOn && point > first) ? fault : Fault.None;

    public ValueTask SuspendAsync()
    {
        // What waits goes on where it is let go, on the test's thread.
        var source = new TaskCompletionSource();
        _waiting.Enqueue(source);
        return new ValueTask(source.Task);
    }

    /// <summary>Lets what has waited longest go on.</summary>
    /// <returns>Whether anything waited.</returns>
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
