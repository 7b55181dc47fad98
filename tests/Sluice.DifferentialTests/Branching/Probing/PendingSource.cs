using System.Threading.Tasks.Sources;

namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>A stage that waits behind a source whose result may be taken once only, and which counts.</summary>
/// <typeparam name="T">What the stage returns.</typeparam>
/// <param name="call">The call.</param>
/// <param name="make">What it ends with.</param>
internal sealed class PendingSource<T>(Invocation call, Func<Invocation, T> make)
    : Pending,
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

    protected override void CompleteOnce(bool isCancelled)
    {
        if (isCancelled)
        {
            _core.SetException(call.CancelledByToken());
            return;
        }

        T result;
        try
        {
            result = make(call);
        }
        catch (Exception exception)
        {
            _core.SetException(exception);
            return;
        }

        _core.SetResult(result);
    }
}
