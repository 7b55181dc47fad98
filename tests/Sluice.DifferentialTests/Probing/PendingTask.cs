namespace Sluice.DifferentialTests.Probing;

/// <summary>A call that waits behind a task. Completing it runs its continuations.</summary>
/// <typeparam name="T">The type that the stage returns.</typeparam>
/// <param name="call">The call.</param>
/// <param name="make">Makes its result, or throws.</param>
internal sealed class PendingTask<T>(Invocation call, Func<Invocation, T> make) : Pending<T>(call, make)
{
    private readonly TaskCompletionSource<T> _completion = new();

    public Task<T> Task => _completion.Task;

    protected override void Succeed(T result) => _completion.SetResult(result);

    protected override void Fail(Exception exception) => _completion.SetException(exception);

    protected override void Cancel(Exception exception, CancellationToken token) => _completion.SetCanceled(token);
}
