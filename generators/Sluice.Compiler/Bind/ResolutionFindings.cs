using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Reports the parameters and outputs of one entry point that have no producer, or too many.</summary>
internal sealed class ResolutionFindings(BindingTables tables, EntryPointModel entryPoint, FindingList findings)
{
    private readonly NearestTypes _nearestTypes = new(tables);

    private PipelineModel Model => tables.Model;

    /// <summary>Reports what keeps a stage's parameter from being bound, if anything does.</summary>
    public void AddParameter(int stage, int parameter, Resolution resolution)
    {
        if (resolution.IsBound)
        {
            return;
        }

        var declared = Model.Stages[stage].Parameters[parameter];
        var node = new NodeReference(NodeKind.Stage, stage, parameter);
        if (resolution.Kind == ResolutionKind.Itself)
        {
            findings.Add(
                Rule.SelfDependency,
                node,
                Model.Stages[stage].Name,
                declared.From.Count == 0
                    ? $"only the stage itself produces '{Phrases.DisplayName(Model, declared.Type)}', which its parameter "
                        + $"'{declared.Name}' takes. Add another stage or an input that produces it."
                    : $"[From] on its parameter '{declared.Name}' names the stage itself. Name another producer."
            );
            return;
        }

        Add(
            node,
            Phrases.Parameter(Model, stage, parameter),
            declared.Type,
            declared.From.Count > 0 ? declared.From[0] : null,
            stage,
            resolution,
            $"Name one with [From], or give the parameter '{declared.Name}' its name"
        );
    }

    /// <summary>Reports what keeps an output of the entry point from being bound, if anything does.</summary>
    public void AddOutput(int entryPointIndex, int output, Resolution resolution)
    {
        if (resolution.IsBound)
        {
            return;
        }

        var declared = entryPoint.Outputs[output];
        Add(
            new NodeReference(NodeKind.EntryPoint, entryPointIndex),
            Phrases.Output(entryPoint, output),
            declared.Type,
            declared.From.Count > 0 ? declared.From[0] : null,
            -1,
            resolution,
            entryPoint.IsTuple ? "Give the tuple's element the name of its producer" : "Name one with [return: From]"
        );
    }

    private void Add(
        NodeReference node,
        string subject,
        int type,
        string? from,
        int self,
        Resolution resolution,
        string remedy
    )
    {
        var typeName = Phrases.DisplayName(Model, type);
        switch (resolution.Kind)
        {
            case ResolutionKind.Missing when !findings.HasRejectedStages:
                findings.Add(
                    Rule.MissingDependency,
                    node,
                    typeName,
                    subject,
                    self < 0
                        ? $"Add a stage that returns it{_nearestTypes.Suggest(entryPoint, type, self)}"
                        : $"Add a stage that returns it, or an input of '{entryPoint.Name}' that has its type"
                            + _nearestTypes.Suggest(entryPoint, type, self)
                );
                break;
            case ResolutionKind.Ambiguous:
                findings.Add(
                    Rule.AmbiguousProducer,
                    node,
                    [typeName, subject, Phrases.List(Model, entryPoint, resolution.Candidates, "and"), remedy],
                    StageNodes(resolution)
                );
                break;
            case ResolutionKind.AmbiguousName:
                findings.Add(
                    Rule.AmbiguousName,
                    node,
                    [
                        from!,
                        $"[From] on {subject}",
                        Phrases.List(Model, entryPoint, resolution.Candidates, "and"),
                        UniqueName(resolution.Candidates[0]),
                    ],
                    StageNodes(resolution)
                );
                break;
            case ResolutionKind.WrongType:
                findings.Add(
                    Rule.ProducerOfWrongType,
                    node,
                    [subject, from!, Produces(resolution.Binding), typeName],
                    StageNodes(resolution)
                );
                break;
            case ResolutionKind.UnknownName or ResolutionKind.InputOfOthers when !findings.HasRejectedStages:
                NameFindings.AddUnknownProducer(tables, entryPoint, node, subject, from!, resolution.Kind, findings);
                break;
            default:
                // What is missing may be what a rejected stage would have produced.
                break;
        }
    }

    private string UniqueName(Binding producer) =>
        producer.Kind == BindingKind.Stage ? Model.Stages[producer.Index].Name : entryPoint.Inputs[producer.Index].Name;

    private string Produces(Binding producer) =>
        producer.Kind == BindingKind.Input
            ? $"has the type '{Phrases.DisplayName(Model, entryPoint.Inputs[producer.Index].Type)}'"
        : Model.Stages[producer.Index].IsEffect ? "returns nothing"
        : $"produces '{Phrases.DisplayName(Model, Model.Stages[producer.Index].OutputType)}'";

    private static IEnumerable<NodeReference> StageNodes(Resolution resolution) =>
        resolution
            .Candidates.Where(candidate => candidate.Kind == BindingKind.Stage)
            .Select(candidate => new NodeReference(NodeKind.Stage, candidate.Index));
}
