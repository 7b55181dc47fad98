using System.Runtime.CompilerServices;

namespace Sluice.FunctionalTests.Harness;

/// <summary>
/// A gate for which a stage waits. Opening it runs the waiting code synchronously. The SynchronizationContext of the test runner
/// would make tasks continue elsewhere, so it is removed while the gate opens.
/// </summary>
public sealed class Gate
{
    private readonly TaskCompletionSource<int> _source = new();

    /// <summary>Creates a gate that is already open.</summary>
    public static Gate Opened(int number)
    {
        var gate = new Gate();
        gate.Open(number);
        return gate;
    }

    /// <summary>Creates a gate that has already failed.</summary>
    public static Gate Failed(Exception exception)
    {
        var gate = new Gate();
        gate.Fail(exception);
        return gate;
    }

    /// <summary>
    /// The task of the wait. Its continuation runs in the execution context of the code that opens the gate. An async method in
    /// between would restore its own.
    /// </summary>
    public Task<int> AsTask() => _source.Task;

    /// <summary>Waits for the gate, but not for cancellation.</summary>
    public ConfiguredTaskAwaitable<int> WaitAsync() => _source.Task.ConfigureAwait(false);

    /// <summary>Waits for the gate or for cancellation, whichever comes first.</summary>
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
