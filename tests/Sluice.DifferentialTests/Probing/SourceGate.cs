using System.Threading.Tasks.Sources;

namespace Sluice.DifferentialTests.Probing;

/// <summary>A stage that waits behind a source whose result may be taken once only, and which counts.</summary>
/// <typeparam name="T">The type of its output.</typeparam>
/// <param name="wrap">Makes its output.</param>
public sealed class SourceGate<T>(Func<Value, T> wrap) : Gate, IValueTaskSource<T>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<T> _core;
    private int _resultsTaken;

    public override int ResultsTaken => Volatile.Read(ref _resultsTaken);

    public ValueTask<T> Typed => new(this, _core.Version);

    public ValueTask Untyped => new(this, _core.Version);

    public T GetResult(short token)
    {
        Interlocked.Increment(ref _resultsTaken);
        return _core.GetResult(token);
    }

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _core.OnCompleted(continuation, state, token, flags);

    protected override void Complete(Exception? failure)
    {
        if (failure is null)
        {
            _core.SetResult(wrap(Call.Succeeded()));
        }
        else
        {
            _core.SetException(failure);
        }
    }
}
