namespace Sluice.FunctionalTests.Harness;

/// <summary>What a stage waits for. Whoever opens it runs what waits, unless it is made to leave that to the thread pool.</summary>
/// <param name="leavesTheOpener">Whether what waits goes on elsewhere than on the opener's thread.</param>
public sealed class Gate(bool leavesTheOpener = false)
{
    private readonly TaskCompletionSource<int> _source = new(
        leavesTheOpener ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None
    );

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

    /// <summary>Waits for the gate, but not for cancellation.</summary>
    public Task<int> WaitAsync() => _source.Task;

    /// <summary>Waits for the gate or for cancellation, whichever is first.</summary>
    public async Task<int> WaitOrCancelAsync(CancellationToken token)
    {
        using (token.UnsafeRegister(static (state, token) => ((Gate)state!)._source.TrySetCanceled(token), this))
        {
            return await _source.Task;
        }
    }

    public void Open(int number) => _source.SetResult(number);

    public void Fail(Exception exception) => _source.SetException(exception);
}
