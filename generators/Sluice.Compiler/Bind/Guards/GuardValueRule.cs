using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Guards;

/// <summary>
/// Reports values of guards, and of the stages that they retry, that decide nothing although they look as if they did.
/// </summary>
internal static class GuardValueRule
{
    /// <summary>Checks the guards of one entry point.</summary>
    public static void Check(PipelineModel model, EntryPointGraph graph, GuardTable guards, FindingList findings)
    {
        var taken = new HashSet<int>(
            graph
                .Outputs.Concat(graph.Stages.SelectMany(Taken))
                .SelectMany(binding => binding.Producers)
                .Where(producer => producer.Kind == BindingKind.Stage)
                .Select(producer => producer.Index)
        );
        for (var position = 0; position < graph.Stages.Count; position++)
        {
            var index = graph.Stages[position].Stage;
            if (model.Stages[index] is not { Guard: { } guard } stage)
            {
                continue;
            }

            var node = new NodeReference(NodeKind.Stage, index);
            if (!taken.Contains(position) && !guard.IsOfOtherAssembly && !stage.IsEffect && !IsBoolean(model, stage))
            {
                // The guard may return a value made of the one it passed; another entry point then takes that value.
                findings.Suspect(
                    Rule.PolicyWithoutMeaning,
                    node,
                    stage.Name,
                    "Guard",
                    $"no stage or output takes the '{Phrases.DisplayName(model, stage.OutputType)}' that it returns, and "
                        + "a guard fails only if it returns 'false' or throws: return 'bool', or throw an exception"
                );
            }

            if (
                guard.AllowsNoProgress
                && guards.Retried(index) is >= 0 and var retried
                && model.Stages[retried].IsEffect
            )
            {
                findings.Add(
                    Rule.PolicyWithoutMeaning,
                    node,
                    stage.Name,
                    "Guard",
                    $"its 'AllowNoProgress' compares the values of stage '{model.Stages[retried].Name}', which returns none: remove it"
                );
            }
        }
    }

    private static bool IsBoolean(PipelineModel model, StageModel stage) =>
        model.Types[stage.OutputType].Route == RouteKind.Boolean;

    private static IEnumerable<Binding> Taken(BoundStage stage) =>
        stage.Arguments.Concat(stage.Conditions.Select(condition => condition.Source));
}
