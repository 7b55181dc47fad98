using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Determines which stages may complete after their call has returned.</summary>
internal static class Asynchrony
{
    /// <summary>
    /// Whether a stage may complete after its call has returned, because of its method or of the stream that it runs
    /// for.
    /// </summary>
    public static bool MayEndLater(
        PipelineModel model,
        EntryPointModel entryPoint,
        int stage,
        StageResolutions resolutions
    ) => model.Stages[stage].IsAsynchronous || GoesThroughStream(model, entryPoint, stage, resolutions);

    /// <summary>Whether the stage may have to wait for the next element.</summary>
    private static bool GoesThroughStream(
        PipelineModel model,
        EntryPointModel entryPoint,
        int stage,
        StageResolutions resolutions
    )
    {
        if (model.Stages[stage].Each is not { } each || !resolutions.Of(stage)[each.Parameter].IsBound)
        {
            return false;
        }

        return resolutions
            .Of(stage)[each.Parameter]
            .Binding.Producers.Select(producer => ProducedType.Of(model, entryPoint, producer))
            .Any(type => IsStream(model, type));
    }

    private static bool IsStream(PipelineModel model, int type) =>
        type >= 0 && model.Types[type].Collection == CollectionKind.AsyncEnumerable;
}
