using System.Threading.Tasks.Sources;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>A task that is already awaited elsewhere, and throws if a continuation is registered.</summary>
internal sealed class RefusingSource : IValueTaskSource<int>
{
    public ValueTask<int> AsValueTask() => new(this, 0);

    public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Pending;

    public int GetResult(short token) => throw new InvalidOperationException("It has not ended.");

    public void OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => throw new InvalidOperationException("It is awaited elsewhere.");
}
