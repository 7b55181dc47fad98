using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Calls an effect.</summary>
/// <param name="stage">The effect.</param>
internal struct EffectCall<TStage, TItem>(TStage stage)
    : IElementCall<TItem, NoResult, ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter>
    where TStage : struct, IElementEffect<TItem>
{
    private TStage _stage = stage;

    public ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter Start(TItem item, CancellationToken token) =>
#pragma warning disable CA2012 // The caller keeps the awaiter and takes its result once.
        _stage.RunAsync(item, token).ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012

    public readonly bool HasEnded(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter) =>
        awaiter.IsCompleted;

    public readonly NoResult Take(ref ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter awaiter)
    {
        awaiter.GetResult();
        return default;
    }
}
