using System.Threading.Tasks.Sources;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A gate for repeated waits that does not allocate. Opening it runs the waiting code synchronously.</summary>
internal sealed class HandGate : IValueTaskSource<int>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<int> _core;

    /// <summary>Closes the gate and returns a task that ends when it is opened.</summary>
    public ValueTask<int> WaitAsync()
    {
        _core.Reset();
        return new ValueTask<int>(this, _core.Version);
    }

    public void Open(int number) => _core.SetResult(number);

    public void Fail(Exception exception) => _core.SetException(exception);

    public int GetResult(short token) => _core.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);
}
