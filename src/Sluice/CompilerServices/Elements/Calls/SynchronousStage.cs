namespace Sluice.CompilerServices.Elements;

/// <summary>Adapts a synchronous stage to a stage with a completed task.</summary>
/// <param name="stage">The stage.</param>
internal struct SynchronousStage<TStage, TItem, TReturned>(TStage stage) : IElementStage<TItem, TReturned>
    where TStage : struct, ISynchronousElementStage<TItem, TReturned>
{
    private TStage _stage = stage;

    public ValueTask<TReturned> RunAsync(TItem item, CancellationToken token) => new(_stage.Run(item, token));
}
