using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>A completed graph, with short texts for assertions.</summary>
internal sealed record CompletedGraph(
    PipelineModel Model,
    EntryPointGraph Original,
    EntryPointGraph Graph,
    EquatableArray<Finding> Findings,
    bool IsBroken
)
{
    public BoundStage this[string stage] => Graph.Stages.Single(bound => Model.Stages[bound.Stage].Name == stage);

    /// <summary>
    /// The demand of a stage, such as <c>IsLarge and not Route=Order or Route=Question</c>. Empty if the stage is always needed.
    /// </summary>
    public string Demand(string stage) =>
        this[stage].IsNeverNeeded
            ? "never"
            : string.Join(
                " or ",
                this[stage].Demand.Select(term => string.Join(" and ", term.Conditions.Select(Text)))
            );

    /// <summary>The requirements of a stage, such as <c>A, B|C</c>.</summary>
    public string Requirements(string stage) => string.Join(", ", this[stage].Requirements.Select(Name));

    /// <summary>The stages for which a stage waits.</summary>
    public string WaitsFor(string stage) =>
        string.Join(", ", this[stage].Predecessors.Select(index => Name(new Binding(BindingKind.Stage, index))));

    /// <summary>The only finding: its rule and its arguments.</summary>
    public string OnlyFinding()
    {
        var finding = Assert.Single(Findings);
        return $"{finding.Rule}: {string.Join("; ", finding.Arguments)}";
    }

    public string Name(Binding binding) =>
        binding.Kind switch
        {
            BindingKind.Merge => string.Join('|', binding.Sources.Select(Name)),
            BindingKind.Input => Model.EntryPoints[0].Inputs[binding.Index].Name,
            _ => Model.Stages[Graph.Stages[binding.Index].Stage].Name,
        };

    /// <summary>The whole graph, with a line for each stage.</summary>
    public override string ToString() =>
        string.Join(
            '\n',
            Graph.Stages.Select(stage =>
            {
                var declared = Model.Stages[stage.Stage];
                var takes = stage.Arguments.Select(
                    (argument, index) => $"{declared.Parameters[index].Form} {Name(argument)}"
                );
                return $"{declared.Form} {declared.Name}({string.Join(", ", takes)}) when {string.Join(" and ", stage.Conditions.Select(Text))}"
                    + $" demand {Demand(declared.Name)} requires {Requirements(declared.Name)} waits {WaitsFor(declared.Name)}"
                    + $" absent {stage.MayBeAbsent} handled {stage.FailureIsHandled} text {stage.ConditionText}";
            })
        )
        + "\n=> "
        + string.Join(
            ", ",
            Graph.Outputs.Select((output, index) => $"{Model.EntryPoints[0].Outputs[index].Form} {Name(output)}")
        );

    private string Text(BoundCondition condition) =>
        (condition.IsNegated ? "not " : "")
        + $"{Name(condition.Source)}={string.Join(',', condition.Values.Select(value => value.Display))}";
}
