using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Completes the graph of an entry point with the consequences of its conditions: when each stage is needed, which of
/// the values that it needs may be absent, and which failures are handled. Reports faults that it can prove.
/// </summary>
internal sealed class ProductionAnalysis
{
    /// <summary>
    /// The maximum number of nodes in the diagram of an entry point. Beyond it, anything that is not proved counts as
    /// possible.
    /// </summary>
    private const int MostNodes = 32_768;

    private readonly PipelineModel _model;
    private readonly ValueNeeds _needs;
    private readonly WaitingOrder _waiting;
    private readonly bool[] _failureIsHandled;
    private readonly DecisionDiagram _diagram;
    private readonly ProductionFormulas _formulas;
    private readonly ProductionFormulas _undemanded;
    private readonly IReadOnlyList<Disjunction> _demand;
    private readonly ProductionVariables _variables;
    private readonly RequirementSelection _requirements;
    private readonly ConditionText _texts;
    private readonly MutualExclusion _exclusion;

    private ProductionAnalysis(PipelineModel model, EntryPointGraph graph)
    {
        _model = model;
        _needs = new ValueNeeds(model, graph);
        _waiting = new WaitingOrder(graph);
        var order = _waiting.Sort();
        _failureIsHandled = FailureHandling.Find(_needs, order);
        _variables = new ProductionVariables(model, _needs, order, _failureIsHandled);
        _diagram = new DecisionDiagram(_variables.Sizes, MostNodes);

        _undemanded = new ProductionFormulas(_diagram, _variables, _needs, order, null);
        var enabling = new EnablingConditions(_variables, _needs, order);
        var reduction = new TermReduction(_diagram, _variables, _undemanded);
        _demand = new DemandAnalysis(_needs, _waiting, _variables, _undemanded, enabling, reduction).Find();
        _formulas = _demand.All(demand => demand.IsAlways)
            ? _undemanded
            : new ProductionFormulas(_diagram, _variables, _needs, _waiting.Sort(), _demand);
        _requirements = new RequirementSelection(model, _diagram, _needs, _formulas, _demand);
        _exclusion = new MutualExclusion(_diagram, _formulas, order.Count);
        _texts = new ConditionText(_variables, _needs, _formulas, enabling, reduction, _demand);
    }

    /// <summary>Completes a graph.</summary>
    /// <param name="model">The pipeline.</param>
    /// <param name="graph">The graph with bound conditions.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="isBroken">Whether the entry point has an error.</param>
    public static EntryPointGraph Complete(
        PipelineModel model,
        EntryPointGraph graph,
        FindingList findings,
        out bool isBroken
    )
    {
        isBroken = false;
        if (ValueNeeds.AreUnconditional(model, graph))
        {
            return graph;
        }

        var analysis = new ProductionAnalysis(model, graph);
        isBroken = analysis.Report(findings);
        return graph with { Stages = graph.Stages.Select(analysis.Complete).ToEquatableArray() };
    }

    private bool Report(FindingList findings)
    {
        new NeverRunRule(_model, _diagram, _variables, _needs, _undemanded, _formulas, findings).Check();
        new MergeRule(_diagram, _needs, _formulas, _demand, _model, findings).Check();
        var phrase = new AbsencePhrase(_diagram, _variables, _needs);

        // A decision that does not run in each round makes its result absent, which is the same mistake.
        return DecisionRule.Check(_model, _diagram, _variables, _needs, _undemanded, findings)
            || OutputRule.Check(_model, _needs, _formulas, phrase, findings);
    }

    private BoundStage Complete(BoundStage stage, int position) =>
        stage with
        {
            Excludes = _exclusion.Of(position).ToEquatableArray(),
            Predecessors = _waiting.Predecessors(position).ToEquatableArray(),
            Demand = Terms(_demand[position]),
            IsNeverNeeded = _demand[position].IsNever,
            Requirements = _requirements.Of(position).ToEquatableArray(),
            MayBeAbsent =
                _model.ContinuesOnFailure
                || _formulas.Produced(new Binding(BindingKind.Stage, position)) != DecisionDiagram.True,
            FailureIsHandled = _failureIsHandled[position],
            ConditionText = _texts.Of(position),
        };

    private EquatableArray<DemandTerm> Terms(Disjunction demand) =>
        demand.IsAlways
            ? EquatableArray<DemandTerm>.Empty
            : demand
                .Terms.Select(term => new DemandTerm(
                    term.Literals.Select(literal => _variables.Condition(literal.Variable).Condition(literal.Values))
                        .ToEquatableArray()
                ))
                .ToEquatableArray();
}
