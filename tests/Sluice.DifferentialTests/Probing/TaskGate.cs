namespace Sluice.DifferentialTests.Probing;

/// <summary>A stage that waits behind a task. Whoever completes it runs what continues from it.</summary>
/// <typeparam name="T">The type of its output.</typeparam>
/// <param name="wrap">Makes its output.</param>
public sealed class TaskGate<T>(Func<Value, T> wrap) : Gate
{
    private readonly TaskCompletionSource<T> _completion = new();

    public Task<T> Task => _completion.Task;

    protected override void Complete(Exception? failure)
    {
        if (failure is null)
        {
            _completion.SetResult(wrap(Call.Succeeded()));
        }
        else if (failure is OperationCanceledException && Call.Behaviour.Fault == Fault.None)
        {
            _completion.SetCanceled(Call.Token);
        }
        else
        {
            _completion.SetException(failure);
        }
    }
}
