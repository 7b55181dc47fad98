using System.Threading.Tasks.Sources;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>A source with the completion core of the .NET runtime, to compare with.</summary>
internal sealed class RuntimeSource : ITestSource, IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _core;

    public RuntimeSource(bool queuesContinuation = false) => _core.RunContinuationsAsynchronously = queuesContinuation;

    public ValueTask<int> Begin() => new(this, _core.Version);

    public void Succeed(int result) => _core.SetResult(result);

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
