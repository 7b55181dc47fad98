using System.Threading.Tasks.Sources;

namespace Sluice.FunctionalTests.Harness;

/// <summary>
/// An awaitable that is never complete when it is first checked, and then calls its continuation synchronously on the stack of the
/// awaiting code: the worst case for the depth of the stack.
/// </summary>
/// <param name="number">The result.</param>
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
