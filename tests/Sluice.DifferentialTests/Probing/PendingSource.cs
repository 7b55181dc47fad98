using System.Threading.Tasks.Sources;

namespace Sluice.DifferentialTests.Probing;

/// <summary>A call that waits behind a source whose result may be taken only once, and which counts.</summary>
/// <typeparam name="T">The type that the stage returns.</typeparam>
/// <param name="call">The call.</param>
/// <param name="make">Makes its result, or throws.</param>
internal sealed class PendingSource<T>(Invocation call, Func<Invocation, T> make)
    : Pending<T>(call, make),
        IValueTaskSource<T>,
        IValueTaskSource
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

    protected override void Succeed(T result) => _core.SetResult(result);

    protected override void Fail(Exception exception) => _core.SetException(exception);

    protected override void Cancel(Exception exception, CancellationToken token) => _core.SetException(exception);
}
