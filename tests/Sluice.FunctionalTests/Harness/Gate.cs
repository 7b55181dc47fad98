using System.Runtime.CompilerServices;

namespace Sluice.FunctionalTests.Harness;

/// <summary>
/// What a stage waits for. Whoever opens it runs what waits, there and then: the test runner has a SynchronizationContext, on which
/// tasks would rather go on elsewhere, so that it is set aside meanwhile.
/// </summary>
public sealed class Gate
{
    private readonly TaskCompletionSource<int> _source = new();

    /// <summary>A gate that has been opened before anybody waits.</summary>
    public static Gate Opened(int number)
    {
        var gate = new Gate();
        gate.Open(number);
        return gate;
    }

    /// <summary>A gate behind which something has gone wrong before anybody waits.</summary>
    public static Gate Failed(Exception exception)
    {
        var gate = new Gate();
        gate.Fail(exception);
        return gate;
    }

    /// <summary>
    /// The wait itself. What goes on when it ends does so in the execution context of whoever opens the gate, where an async method
    /// in between would bring its own.
    /// </summary>
    public Task<int> AsTask() => _source.Task;

    /// <summary>Waits for the gate, but not for cancellation.</summary>
    public ConfiguredTaskAwaitable<int> WaitAsync() => _source.Task.ConfigureAwait(false);

    /// <summary>Waits for the gate or for cancellation, whichever is first.</summary>
    public ConfiguredTaskAwaitable<int> WaitOrCancelAsync(CancellationToken token)
    {
        return WaitAsync().ConfigureAwait(false);

        async Task<int> WaitAsync()
        {
            using (token.UnsafeRegister(static (state, token) => ((Gate)state!).Cancel(token), this))
            {
                return await _source.Task.ConfigureAwait(false);
            }
        }
    }

    public void Open(int number) => Complete(() => _source.SetResult(number));

    public void Fail(Exception exception) => Complete(() => _source.SetException(exception));

    private void Cancel(CancellationToken token) => Complete(() => _source.TrySetCanceled(token));

    private static void Complete(Action complete)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            complete();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
