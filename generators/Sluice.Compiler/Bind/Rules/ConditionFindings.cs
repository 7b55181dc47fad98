using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Reports conditions of stages that cannot be decided. Each is reported once, even if several entry points run the
/// stage.
/// </summary>
internal sealed class ConditionFindings(BindingTables tables, FindingList findings)
{
    private readonly HashSet<(int Stage, int Condition)> _reported = [];

    private PipelineModel Model => tables.Model;

    /// <summary>Reports a condition of a stage if it cannot be decided.</summary>
    public void Add(EntryPointModel entryPoint, int stage, int condition, ConditionResolution resolution)
    {
        if (resolution.IsBound)
        {
            CheckCovered(stage, condition);
        }
        else if (_reported.Add((stage, condition)))
        {
            Report(entryPoint, stage, Model.Stages[stage].Conditions[condition].Name, resolution);
        }
    }

    private void Report(EntryPointModel entryPoint, int stage, string name, ConditionResolution resolution)
    {
        var node = new NodeReference(NodeKind.Stage, stage);
        var stageName = Model.Stages[stage].Name;
        var source = resolution.Source;
        switch (source.Kind)
        {
            case ResolutionKind.Bound:
                findings.Add(
                    resolution.MistakenRule,
                    node,
                    resolution.MistakenRule == Rule.TypeCannotOccur
                        ?
                        [
                            stageName,
                            name,
                            resolution.Mistake!,
                            Phrases.DisplayName(Model, ProducedType.Of(Model, entryPoint, source.Binding)),
                        ]
                        : [stageName, name, resolution.Mistake!],
                    StageNodes(source.Binding.Producers)
                );
                break;
            case ResolutionKind.Itself:
                findings.Add(
                    Rule.SelfDependency,
                    node,
                    stageName,
                    "its condition names the stage itself. Name another stage, or a method."
                );
                break;
            case ResolutionKind.AmbiguousName:
                findings.Add(
                    Rule.AmbiguousName,
                    node,
                    [
                        name,
                        $"a condition of stage '{stageName}'",
                        Phrases.List(Model, entryPoint, source.Candidates, "and"),
                        Phrases.UniqueName(Model, entryPoint, source.Candidates[0]),
                    ],
                    StageNodes(source.Candidates)
                );
                break;
            default:
                // An unknown name may be that of a rejected stage.
                if (!findings.HasRejectedStages)
                {
                    findings.Add(Rule.UnknownCondition, node, stageName, name, Hint(entryPoint, name, source.Kind));
                }

                break;
        }
    }

    // A value is of the first type that covers the other, so the other changes nothing.
    private void CheckCovered(int stage, int condition)
    {
        var declared = Model.Stages[stage].Conditions[condition];
        if (!declared.Values.Any(value => value.IsType) || !_reported.Add((stage, condition)))
        {
            return;
        }

        List<int> types = [.. declared.Values.Select(value => value.Type)];
        for (var position = 0; position < types.Count; position++)
        {
            if (tables.RouteTypes.CoveredBy(types, position) is >= 0 and var other)
            {
                findings.Add(
                    Rule.TypeCoveredByAnother,
                    new NodeReference(NodeKind.Stage, stage),
                    Model.Stages[stage].Name,
                    declared.Name,
                    declared.Values[position].Display,
                    declared.Values[other].Display
                );
            }
        }
    }

    private string Hint(EntryPointModel entryPoint, string name, ResolutionKind kind) =>
        kind == ResolutionKind.InputOfOthers
            ? $"is an input of other entry points, but not of '{entryPoint.Name}', which runs the stage. Add the input."
            : "is not a stage of the pipeline, a method in the class of the stage or an input of "
                + $"'{entryPoint.Name}'. {NearestNames.Suggest(tables, name, Known(entryPoint), "Name one of these.")}";

    private IEnumerable<string> Known(EntryPointModel entryPoint) =>
        Model.Stages.Select(stage => stage.Name).Concat(entryPoint.Inputs.Select(input => input.Name));

    private static IEnumerable<NodeReference> StageNodes(IEnumerable<Binding> producers) =>
        producers
            .Where(producer => producer.Kind == BindingKind.Stage)
            .Select(producer => new NodeReference(NodeKind.Stage, producer.Index));
}
