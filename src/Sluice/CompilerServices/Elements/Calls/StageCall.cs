using System.Runtime.CompilerServices;

namespace Sluice.CompilerServices.Elements;

/// <summary>Calls a stage that has a result.</summary>
/// <param name="stage">The stage.</param>
internal struct StageCall<TStage, TItem, TReturned>(TStage stage)
    : IElementCall<TItem, TReturned, ConfiguredValueTaskAwaitable<TReturned>.ConfiguredValueTaskAwaiter>
    where TStage : struct, IElementStage<TItem, TReturned>
{
    private TStage _stage = stage;

    public ConfiguredValueTaskAwaitable<TReturned>.ConfiguredValueTaskAwaiter Start(
        TItem item,
        CancellationToken token
#pragma warning disable CA2012 // The caller keeps the awaiter and takes its result once.
    ) => _stage.RunAsync(item, token).ConfigureAwait(false).GetAwaiter();
#pragma warning restore CA2012

    public readonly bool HasEnded(ref ConfiguredValueTaskAwaitable<TReturned>.ConfiguredValueTaskAwaiter awaiter) =>
        awaiter.IsCompleted;

    public readonly TReturned Take(ref ConfiguredValueTaskAwaitable<TReturned>.ConfiguredValueTaskAwaiter awaiter) =>
        awaiter.GetResult();
}
