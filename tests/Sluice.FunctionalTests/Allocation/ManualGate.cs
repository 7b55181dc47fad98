using System.Threading.Tasks.Sources;

namespace Sluice.FunctionalTests.Allocation;

/// <summary>Something to wait for that takes no memory: one object, used again for each wait.</summary>
/// <typeparam name="T">What it gives.</typeparam>
public sealed class ManualGate<T> : IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _core;

    public ValueTask<T> WaitAsync() => new(this, _core.Version);

    /// <summary>Ends the wait, and runs what waits on this thread.</summary>
    public void Open(T value) => _core.SetResult(value);

    public T GetResult(short token)
    {
        var result = _core.GetResult(token);
        _core.Reset();
        return result;
    }

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);
}
