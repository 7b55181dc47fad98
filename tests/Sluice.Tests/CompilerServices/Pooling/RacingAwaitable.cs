using System.Runtime.CompilerServices;

namespace Sluice.Tests.CompilerServices.Pooling;

/// <summary>An awaitable that completes between the two questions of an awaiting method: whether it has completed, and to resume.</summary>
/// <param name="task">The task of the operation.</param>
/// <param name="complete">Completes the operation.</param>
internal readonly struct RacingAwaitable(ValueTask<int> task, Action complete) : ICriticalNotifyCompletion
{
    private readonly ConfiguredValueTaskAwaitable<int>.ConfiguredValueTaskAwaiter _awaiter = task.ConfigureAwait(false)
        .GetAwaiter();

    public bool IsCompleted
    {
        get
        {
            var isCompleted = _awaiter.IsCompleted;
            complete();
            return isCompleted;
        }
    }

    public RacingAwaitable GetAwaiter() => this;

    public int GetResult() => _awaiter.GetResult();

    public void OnCompleted(Action continuation) => _awaiter.OnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => _awaiter.UnsafeOnCompleted(continuation);
}
