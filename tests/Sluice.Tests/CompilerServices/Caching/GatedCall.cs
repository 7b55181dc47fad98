namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A call of a <see cref="GatedStage"/>.</summary>
/// <param name="key">What it was called with.</param>
internal sealed class GatedCall(int key)
{
    public int Key { get; } = key;

    /// <summary>What it returns or throws.</summary>
    public TaskCompletionSource<string> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
