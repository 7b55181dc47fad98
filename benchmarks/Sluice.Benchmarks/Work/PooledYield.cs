using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace Sluice.Benchmarks.Work;

/// <summary>
/// A result that another pool thread provides as soon as possible: <c>Task.Yield</c> in a form that does not allocate,
/// so that only the contender's own allocations are measured.
/// </summary>
public sealed class PooledYield : IValueTaskSource<int>, IThreadPoolWorkItem
{
    private static readonly ConcurrentQueue<PooledYield> Pool = new();

    [ThreadStatic]
    private static PooledYield? _idle;

    private ManualResetValueTaskSourceCore<int> _core;
    private int _value;

    public static ValueTask<int> RunAsync(int value)
    {
        var source = _idle;
        if (source is not null)
        {
            _idle = null;
        }
        else if (!Pool.TryDequeue(out source))
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
        if (_idle is null)
        {
            _idle = this;
        }
        else
        {
            Pool.Enqueue(this);
        }

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
