namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>A stage that waits behind a task. Whoever completes it runs what continues from it.</summary>
/// <typeparam name="T">What the stage returns.</typeparam>
/// <param name="call">The call.</param>
/// <param name="make">What it ends with.</param>
internal sealed class PendingTask<T>(Invocation call, Func<Invocation, T> make) : Pending
{
    private readonly TaskCompletionSource<T> _completion = new();

    public Task<T> Task => _completion.Task;

    protected override void CompleteOnce(bool isCancelled)
    {
        if (isCancelled)
        {
            call.CancelledByToken();
            _completion.SetCanceled(call.Token);
            return;
        }

        T result;
        try
        {
            result = make(call);
        }
        catch (Exception exception)
        {
            _completion.SetException(exception);
            return;
        }

        _completion.SetResult(result);
    }
}
