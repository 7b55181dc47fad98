using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Evaluates and checks <c>[Stage(Only = ...)]</c>.</summary>
internal static class OnlyRules
{
    /// <summary>Whether an effect or a guard may run in an entry point.</summary>
    public static bool Permits(PipelineModel model, StageModel effect, EntryPointModel entryPoint) =>
        effect.Only.Count == 0 || effect.Only.Any(name => Names(model, name, entryPoint));

    /// <summary>Reports uses of <c>Only</c> in the pipeline's own class that have no meaning.</summary>
    /// <remarks>
    /// A class that is a source of several pipelines may name the entry points of all of them, so an unknown name
    /// is not a mistake there.
    /// </remarks>
    public static void Check(PipelineModel model, FindingList findings)
    {
        for (var index = 0; index < model.Stages.Count; index++)
        {
            var stage = model.Stages[index];
            if (stage.Source != 0 || stage.Only.Count == 0)
            {
                continue;
            }

            var node = new NodeReference(NodeKind.Stage, index);
            if (!stage.RunsUnasked)
            {
                findings.Add(Rule.OnlyOnProducer, node, stage.Name, Phrases.DisplayName(model, stage.OutputType));
            }
            else if (!findings.HasRejectedEntryPoints)
            {
                ReportUnknown(model, stage, node, findings);
            }
        }
    }

    private static void ReportUnknown(PipelineModel model, StageModel stage, NodeReference node, FindingList findings)
    {
        foreach (var name in stage.Only)
        {
            if (!model.EntryPoints.Any(entryPoint => Names(model, name, entryPoint)))
            {
                var known = model.EntryPoints.Select(entryPoint => entryPoint.MethodName).Distinct().ToList();
                findings.Add(
                    Rule.UnknownEntryPoint,
                    node,
                    stage.Name,
                    name,
                    known.Count == 0 ? "none" : Phrases.List(known, "and")
                );
            }
        }
    }

    // If both Run and RunAsync exist, each is named exactly. If only one exists, the suffix Async is optional.
    private static bool Names(PipelineModel model, string name, EntryPointModel entryPoint) =>
        model.EntryPoints.Any(candidate => string.Equals(candidate.MethodName, name, StringComparison.Ordinal))
            ? string.Equals(entryPoint.MethodName, name, StringComparison.Ordinal)
            : string.Equals(NameTable.Plain(name), NameTable.Plain(entryPoint.MethodName), StringComparison.Ordinal);
}
