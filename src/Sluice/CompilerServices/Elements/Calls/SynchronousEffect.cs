namespace Sluice.CompilerServices.Elements;

/// <summary>Adapts a synchronous effect to an effect with a completed task, or to a stage with a result.</summary>
/// <param name="stage">The effect.</param>
internal struct SynchronousEffect<TStage, TItem>(TStage stage)
    : IElementEffect<TItem>,
        ISynchronousElementStage<TItem, NoResult>
    where TStage : struct, ISynchronousElementEffect<TItem>
{
    private TStage _stage = stage;

    public ValueTask RunAsync(TItem item, CancellationToken token)
    {
        _stage.Run(item, token);
        return default;
    }

    public NoResult Run(TItem item, CancellationToken token)
    {
        _stage.Run(item, token);
        return default;
    }
}
