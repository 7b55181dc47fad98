using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Bind;

/// <summary>Determines which stages need an instance of the pipeline, for their method or for their policies.</summary>
internal static class InstanceNeed
{
    /// <summary>
    /// Returns the change that removes a stage's need for an instance, or <see langword="null"/> if it needs none.
    /// </summary>
    public static string? RemedyOf(PipelineModel model, StageModel stage)
    {
        var source = model.Sources[stage.Source];
        if (!stage.IsStatic && !source.IsStatic)
        {
            return source.Kind == StageSourceKind.Member ? $"make '{source.Member}' static" : "make the stage static";
        }

        var names = (source.IsStatic ? [] : Methods(stage).Where(method => !method.IsStatic))
            .Select(method => method.MethodName)
            .Concat(
                stage
                    .Policies.SelectMany(policy => policy.Members)
                    .Where(member => !member.IsStatic && (member.IsOnPipeline ? !model.IsStatic : !source.IsStatic))
                    .Select(member => member.Name)
            );
        return names.FirstOrDefault() is { } name ? $"make '{name}' static"
            // The state of policies belongs to the instance, if the pipeline has one.
            : model.IsStatic ? null
            : stage.Policies.Select(policy => policy.KeepsState).FirstOrDefault(remedy => remedy is not null);
    }

    private static IEnumerable<PolicyMethodModel> Methods(StageModel stage) =>
        stage.Compensation is { } compensation
            ? stage.Policies.Methods().Append(compensation)
            : stage.Policies.Methods();
}
