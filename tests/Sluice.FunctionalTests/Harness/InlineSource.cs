using System.Threading.Tasks.Sources;

namespace Sluice.FunctionalTests.Harness;

/// <summary>
/// An awaitable that is never complete when it is asked, and calls its continuation on the stack of whoever leaves it: the worst
/// that a stage can do to the stack.
/// </summary>
/// <param name="number">What it gives.</param>
internal sealed class InlineSource(int number) : IValueTaskSource<int>
{
    private bool _isLeft;

    public ValueTask<int> AsValueTask() => new(this, 0);

    public ValueTaskSourceStatus GetStatus(short token) =>
        _isLeft ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;

    public int GetResult(short token) => number;

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    )
    {
        _isLeft = true;
        continuation(state);
    }
}
