using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Reports the parameters and outputs of one entry point that have no producer or several.</summary>
internal sealed class ResolutionFindings(BindingTables tables, EntryPointModel entryPoint, FindingList findings)
{
    private readonly NearestTypes _nearestTypes = new(tables);

    private PipelineModel Model => tables.Model;

    /// <summary>Reports a stage's parameter if it is not bound.</summary>
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
                resolution.Name is null
                    ? $"only the stage itself produces '{Phrases.Taken(Model, stage, parameter)}', which its parameter "
                        + $"'{declared.Name}' takes. Add another stage or an input that produces it."
                    : $"[From] on its parameter '{declared.Name}' names the stage itself. Name another producer."
            );
            return;
        }

        Add(
            node,
            Phrases.Parameter(Model, stage, parameter),
            Taken.By(Model.Stages[stage], declared),
            stage,
            resolution,
            $"Name one with [From], or give the parameter '{declared.Name}' the name of one of them",
            -1
        );
    }

    /// <summary>Reports an output of the entry point if it is not bound.</summary>
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
            new Taken(declared.Type),
            -1,
            resolution,
            !entryPoint.IsTuple ? "Name one with [return: From]"
                : resolution.Candidates.Any(IsQualified)
                    ? "Give the tuple's element the name of its producer, or of the member that its producer comes from"
                : "Give the tuple's element the name of its producer",
            output
        );
    }

    private void Add(
        NodeReference node,
        string subject,
        Taken taken,
        int self,
        Resolution resolution,
        string remedy,
        int output
    )
    {
        var type = taken.Type;
        var typeName = Phrases.Taken(Model, taken);
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
            case ResolutionKind.NothingToCollect when !findings.HasRejectedStages:
                findings.Add(Rule.NothingToCollect, node, subject, CollectedType(node));
                break;
            case ResolutionKind.Ambiguous:
                Add(
                    Rule.AmbiguousProducer,
                    node,
                    [typeName, subject, Phrases.List(Model, entryPoint, resolution.Candidates, "and"), remedy],
                    resolution.Candidates,
                    resolution.Candidates.Select(candidate => Phrases.UniqueName(Model, entryPoint, candidate)),
                    output
                );
                break;
            case ResolutionKind.AmbiguousName:
                findings.Add(
                    Rule.AmbiguousName,
                    node,
                    [
                        resolution.Name!,
                        $"[From] on {subject}",
                        Phrases.List(Model, entryPoint, resolution.Candidates, "and"),
                        Phrases.UniqueName(Model, entryPoint, resolution.Candidates[0]),
                    ],
                    StageNodes(resolution.Candidates)
                );
                break;
            case ResolutionKind.WrongType:
                findings.Add(
                    Rule.ProducerOfWrongType,
                    node,
                    [subject, resolution.Name!, Produces(resolution.Binding), typeName],
                    StageNodes(resolution.Candidates)
                );
                break;
            case ResolutionKind.OtherCollection:
                findings.Add(
                    Rule.ProducerOfWrongType,
                    node,
                    [
                        subject,
                        resolution.Name!,
                        Produces(resolution.Binding),
                        Phrases.DisplayName(Model, ProducedType.Of(Model, entryPoint, resolution.Candidates[0])),
                    ],
                    StageNodes([resolution.Binding, .. resolution.Candidates])
                );
                break;
            case ResolutionKind.NoCollection when resolution.Name is not null || !findings.HasRejectedStages:
                AddNoCollection(node, subject, taken, resolution.Candidates[0]);
                break;
            case ResolutionKind.OneOfResults when resolution.Name is not null || !findings.HasRejectedStages:
                AddOneOfResults(node, subject, typeName, self, resolution, output);
                break;
            case ResolutionKind.NamedTwice:
            case ResolutionKind.UnknownName or ResolutionKind.InputOfOthers when !findings.HasRejectedStages:
                NameFindings.AddUnknownProducer(
                    tables,
                    entryPoint,
                    node,
                    subject,
                    resolution.Name!,
                    resolution.Kind,
                    findings
                );
                break;
            default:
                // A rejected stage may be the missing producer.
                break;
        }
    }

    private string CollectedType(NodeReference node) =>
        Phrases.DisplayName(Model, Model.Stages[node.Index].Parameters[node.Parameter].All!.Type);

    private void AddOneOfResults(
        NodeReference node,
        string subject,
        string typeName,
        int self,
        Resolution resolution,
        int output
    )
    {
        // A stage can enumerate only one collection.
        var mayBeEach = self >= 0 && Model.Stages[self].Each is null;
        Add(
            Rule.SingleResultOfEach,
            node,
            [
                subject,
                typeName,
                Model.Stages[resolution.Candidates[0].Index].Name,
                self < 0 ? $"Declare it as 'IReadOnlyList<{typeName}>'"
                : mayBeEach ? $"Take 'IReadOnlyList<{typeName}>', or mark the parameter with [Each]"
                : $"Take 'IReadOnlyList<{typeName}>'",
            ],
            resolution.Candidates,
            mayBeEach ? [FixChoice.List, FixChoice.Each] : [FixChoice.List],
            output
        );
    }

    private void AddNoCollection(NodeReference node, string subject, Taken taken, Binding near)
    {
        var type = ProducedType.Of(Model, entryPoint, near);
        var isSingle = tables.Producers.Accepts(type, new Taken(taken.Type));
        Add(
            Rule.EachWithoutCollection,
            node,
            [
                subject,
                Phrases.Taken(Model, taken),
                $"{Phrases.Producer(Model, entryPoint, near)} {Produces(near)}",
                isSingle ? "Remove [Each], or produce a collection"
                : taken.Flatten ? "Remove Flatten from [Each]"
                : "Write [Each(Flatten = true)]",
            ],
            [near],
            isSingle ? [FixChoice.Single] : [],
            -1
        );
    }

    private void Add(
        Rule rule,
        NodeReference node,
        string[] arguments,
        IEnumerable<Binding> producers,
        IEnumerable<string> choices,
        int output
    ) =>
        findings.Add(
            new Finding(rule, node, arguments.ToEquatableArray(), StageNodes(producers).ToEquatableArray())
            {
                Choices = choices.ToEquatableArray(),
                Output = output,
            }
        );

    private bool IsQualified(Binding producer) =>
        producer.Kind == BindingKind.Stage
        && !string.Equals(
            Model.Stages[producer.Index].Name,
            Model.Stages[producer.Index].SimpleName,
            StringComparison.Ordinal
        );

    private string Produces(Binding producer) =>
        producer.Kind == BindingKind.Input
            ? $"has the type '{Phrases.DisplayName(Model, entryPoint.Inputs[producer.Index].Type)}'"
        : Model.Stages[producer.Index].IsEffect ? "returns nothing"
        : $"produces '{Phrases.DisplayName(Model, Model.Stages[producer.Index].OutputType)}'";

    private static IEnumerable<NodeReference> StageNodes(IEnumerable<Binding> producers) =>
        producers
            .Where(producer => producer.Kind == BindingKind.Stage)
            .Select(producer => new NodeReference(NodeKind.Stage, producer.Index));
}
