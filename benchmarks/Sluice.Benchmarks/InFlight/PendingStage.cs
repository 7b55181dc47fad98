using System.Threading.Tasks.Sources;

namespace Sluice.Benchmarks.InFlight;

/// <summary>A stage that is under way until it is told to end. Waiting for it again does not allocate.</summary>
public sealed class PendingStage : IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _core;

    public ValueTask<int> WaitAsync() => new(this, _core.Version);

    public void End(int value) => _core.SetResult(value);

    public int GetResult(short token)
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
