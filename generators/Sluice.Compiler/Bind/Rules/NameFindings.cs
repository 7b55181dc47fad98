using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Reports names in <c>[From]</c> and <c>[After]</c> that are unknown or ambiguous.</summary>
internal static class NameFindings
{
    /// <summary>Reports a name in <c>[After]</c> that does not identify exactly one other stage.</summary>
    public static void AddPredecessor(
        BindingTables tables,
        int stage,
        string name,
        IReadOnlyList<int> found,
        FindingList findings
    )
    {
        var model = tables.Model;
        var node = new NodeReference(NodeKind.Stage, stage);
        var stageName = model.Stages[stage].Name;
        switch (found.Count)
        {
            case 0 when tables.Names.IsInput(name):
                findings.Add(
                    Rule.UnknownPredecessor,
                    node,
                    stageName,
                    name,
                    "is an input, and inputs are available before any stage. Remove it."
                );
                break;
            case 0:
                findings.Add(
                    Rule.UnknownPredecessor,
                    node,
                    stageName,
                    name,
                    $"is not a stage of the pipeline. {NearestNames.Suggest(tables, name, StageNames(model), "Name one of its stages.")}"
                );
                break;
            case 1:
                findings.Add(
                    Rule.SelfDependency,
                    node,
                    stageName,
                    "its [After] names the stage itself. Remove the name."
                );
                break;
            default:
                findings.Add(
                    Rule.AmbiguousName,
                    node,
                    name,
                    $"[After] on stage '{stageName}'",
                    Phrases.List([.. found.Select(index => model.Stages[index].Name)], "and"),
                    model.Stages[found[0]].Name
                );
                break;
        }
    }

    /// <summary>Reports a name in <c>[From]</c> that does not identify a producer of the entry point.</summary>
    public static void AddUnknownProducer(
        BindingTables tables,
        EntryPointModel entryPoint,
        NodeReference node,
        string subject,
        string name,
        ResolutionKind kind,
        FindingList findings
    )
    {
        var known = StageNames(tables.Model).Concat(entryPoint.Inputs.Select(input => input.Name));
        var hint =
            kind == ResolutionKind.NamedTwice ? "it has already named. Remove one of the two."
            : kind == ResolutionKind.InputOfOthers
                ? $"is an input of other entry points, but not of '{entryPoint.Name}', which needs the value. Add the input."
            : "is not a stage of the pipeline or an input of "
                + $"'{entryPoint.Name}'. {NearestNames.Suggest(tables, name, known, "Name a stage or an input.")}";
        findings.Add(Rule.UnknownProducer, node, subject, name, hint);
    }

    public static IEnumerable<string> StageNames(PipelineModel model) =>
        model.Stages.Where(stage => !stage.IsCondition).Select(stage => stage.Name);
}
