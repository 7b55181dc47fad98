namespace Sluice.DifferentialTests.Probing;

/// <summary>A call that has returned and not completed yet.</summary>
/// <typeparam name="T">The type that the stage returns.</typeparam>
/// <param name="call">The call.</param>
/// <param name="make">Makes its result, or throws.</param>
internal abstract class Pending<T>(Invocation call, Func<Invocation, T> make) : Pending
{
    protected override void CompleteOnce(bool isCancelled)
    {
        if (isCancelled)
        {
            Cancel(call.CancelledByToken(), call.Token);
            return;
        }

        T result;
        try
        {
            result = make(call);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return;
        }

        Succeed(result);
    }

    protected abstract void Succeed(T result);

    protected abstract void Fail(Exception exception);

    protected abstract void Cancel(Exception exception, CancellationToken token);
}
