using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Finds the stages whose values a parameter with <c>[All]</c> collects.</summary>
internal static class CollectedProducers
{
    /// <summary>
    /// Returns the stages whose output, or a single result of which, is or converts to the type of the values, in
    /// declaration order.
    /// </summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="producers">The types that stages produce.</param>
    /// <param name="self">The stage that has the parameter, which does not count.</param>
    /// <param name="all">The values that are collected.</param>
    public static Resolution Find(PipelineModel model, ProducerTable producers, int self, AllModel all)
    {
        var sources = Enumerable
            .Range(0, model.Stages.Count)
            .Where(stage => stage != self && Counts(model, producers, model.Stages[stage], all.Type))
            .Select(stage => new Binding(BindingKind.Stage, stage))
            .ToEquatableArray();
        return sources.Count == 0
            ? new Resolution(ResolutionKind.NothingToCollect, Resolution.Nothing, [])
            : Resolution.Bound(new Binding(BindingKind.All) { Sources = sources });
    }

    // A collection counts only if the values themselves are of its type; otherwise a list of objects would hold lists.
    private static bool Counts(PipelineModel model, ProducerTable producers, StageModel stage, int type) =>
        stage is { IsEffect: false, IsCondition: false }
        && (
            stage.OutputType == type
            || (
                stage.Each is null
                    ? model.Types[stage.OutputType].Element < 0 && producers.IsConvertible(stage.OutputType, type)
                    : producers.GivesAsResult(stage, type)
            )
        );
}
