using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>A number that a thread of the pool returns as soon as possible, without allocating.</summary>
internal sealed class PooledYield : IValueTaskSource<int>, IThreadPoolWorkItem
{
    private static readonly ConcurrentQueue<PooledYield> Pool = new();

    private ManualResetValueTaskSourceCore<int> _core;
    private int _value;

    public static ValueTask<int> RunAsync(int value)
    {
        if (!Pool.TryDequeue(out var source))
        {
            source = new PooledYield();
        }

        source._value = value;
        var task = new ValueTask<int>(source, source._core.Version);
        ThreadPool.UnsafeQueueUserWorkItem(source, preferLocal: true);
        return task;
    }

    public void Execute() => _core.SetResult(_value);

    public int GetResult(short token)
    {
        var result = _core.GetResult(token);
        _core.Reset();
        Pool.Enqueue(this);
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
