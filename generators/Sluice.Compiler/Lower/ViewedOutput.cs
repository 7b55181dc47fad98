using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>An output that the view of a report shows.</summary>
/// <param name="Stage">The stage that produces it.</param>
/// <param name="TypeName">Its type as code writes it.</param>
/// <param name="IsPublic">Whether other assemblies can see the type.</param>
internal sealed record ViewedOutput(StageIndex Stage, string TypeName, bool IsPublic)
{
    /// <summary>Finds the outputs: those of a type that the view can name and that is the same in every entry point.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="entryPoints">Its programs.</param>
    public static IReadOnlyList<ViewedOutput> Of(PipelineModel model, IReadOnlyList<LoweredEntryPoint> entryPoints) =>
        [
            .. Enumerable
                .Range(0, model.Stages.Count)
                .Select(stage => Of(model, entryPoints, new StageIndex(stage)))
                .OfType<ViewedOutput>(),
        ];

    private static ViewedOutput? Of(PipelineModel model, IReadOnlyList<LoweredEntryPoint> entryPoints, StageIndex index)
    {
        var stage = model.Stages[index.Value];
        if (stage.IsEffect || model.Types[stage.OutputType].Visibility == TypeVisibility.Private)
        {
            return null;
        }

        var types = entryPoints
            .SelectMany(entryPoint => entryPoint.Stages)
            .Where(lowered => lowered.Index == index)
            .Select(lowered => lowered.Output.Name)
            .DefaultIfEmpty(ValueTarget.OutputOf(stage, ValueForm.Plain).Name)
            .Distinct()
            .ToArray();
        return types.Length > 1
            ? null
            : new ViewedOutput(index, types[0], model.Types[stage.OutputType].Visibility == TypeVisibility.Public);
    }
}
