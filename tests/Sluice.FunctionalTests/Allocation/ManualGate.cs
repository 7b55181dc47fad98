using System.Threading.Tasks.Sources;

namespace Sluice.FunctionalTests.Allocation;

/// <summary>A gate that does not allocate: one object that is reused for each wait.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class ManualGate<T> : IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _core;

    public ValueTask<T> WaitAsync() => new(this, _core.Version);

    /// <summary>Ends the wait, and runs the continuation on this thread.</summary>
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
