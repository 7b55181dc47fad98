namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A call of a <see cref="GatedStage"/>.</summary>
/// <param name="key">The key of the call.</param>
internal sealed class GatedCall(int key)
{
    public int Key { get; } = key;

    /// <summary>The result or exception of the call, which the test sets.</summary>
    public TaskCompletionSource<string> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
