namespace Sluice.Compiler.Bind.Production;

/// <summary>
/// Determines when the output of each stage is needed, and makes the stage wait for the stages that decide it.
/// </summary>
/// <remarks>
/// <para>
/// A stage is needed if a stage that takes its value is needed and the taker's conditions hold, or if a stage whose
/// condition it decides is needed. Effects, guards and stages whose value is an output are always needed. Demand is kept
/// as terms that are made of these reasons only; a stage that can never run is not a reason. A literal is true in a run
/// only if its stage has a value. Terms may be merged and literals omitted, but literals are never added. The result
/// may therefore hold although the stage is not needed, but it never fails to hold when the stage is needed.
/// </para>
/// <para>
/// No cycle arises: the graph is acyclic at first, and a stage waits for a condition only after a search, which
/// includes the edges added before, has shown that the condition's stage does not depend on it. Such an edge closes no
/// cycle, and by induction none is ever closed. If the condition's stage does depend on it, the condition is omitted
/// from the terms, which weakens them. The conditions of the condition's stage stay, because the terms contain them as
/// well.
/// </para>
/// <para>
/// A stage that runs has all that it needs: if a stage runs and takes the value of another, then a term of its own
/// demand holds, its conditions hold, and the stages that it requires have run, so their conditions hold too.
/// Together, these literals contain a term of the other stage's demand. A stage that decides a condition uses the
/// demand of the conditional stage before it is shortened by the latter's own conditions, because these are not yet
/// known when the condition is evaluated.
/// </para>
/// </remarks>
internal sealed class DemandAnalysis
{
    /// <summary>
    /// The maximum number of terms of a demand. Evaluating a larger one would cost more than it saves, and its text
    /// would be unreadable.
    /// </summary>
    public const int MostTerms = 16;

    private readonly ValueNeeds _needs;
    private readonly WaitingOrder _waiting;
    private readonly ProductionVariables _variables;
    private readonly ProductionFormulas _formulas;
    private readonly EnablingConditions _enabling;
    private readonly TermReduction _reduction;
    private readonly Disjunction[] _demand;
    private readonly Disjunction[] _reasons;
    private readonly Disjunction[] _reasonsToAsk;
    private readonly List<int> _guards;
    private readonly List<HashSet<int>> _loops;

    /// <summary>Creates the analysis.</summary>
    /// <param name="needs">The values that each stage needs.</param>
    /// <param name="waiting">The order of the stages. The analysis adds the edges that demand requires.</param>
    /// <param name="variables">The variables of the formulas.</param>
    /// <param name="formulas">The formulas under which each stage runs, without demand.</param>
    /// <param name="enabling">The conditions of each stage.</param>
    /// <param name="reduction">Shortens terms.</param>
    public DemandAnalysis(
        ValueNeeds needs,
        WaitingOrder waiting,
        ProductionVariables variables,
        ProductionFormulas formulas,
        EnablingConditions enabling,
        TermReduction reduction
    )
    {
        _needs = needs;
        _waiting = waiting;
        _variables = variables;
        _formulas = formulas;
        _enabling = enabling;
        _reduction = reduction;
        _demand = new Disjunction[needs.Graph.Stages.Count];
        _reasons = new Disjunction[needs.Graph.Stages.Count];
        _reasonsToAsk = new Disjunction[needs.Graph.Stages.Count];
        _guards = Enumerable
            .Range(0, needs.Graph.Stages.Count)
            .Where(position => needs.Graph.Stages[position].GuardedStages.Count > 0)
            .ToList();
        _loops = needs
            .Graph.Stages.Where(stage => stage.LoopBody.Count > 0)
            .Select(stage => new HashSet<int>(stage.LoopBody))
            .ToList();
    }

    /// <summary>
    /// Returns the demand of each stage. A stage that is not always needed is made to wait for the stages that its
    /// demand refers to.
    /// </summary>
    public IReadOnlyList<Disjunction> Find()
    {
        foreach (var position in _waiting.Sort().Reverse())
        {
            var demand = Of(position);
            _demand[position] = Reduce(position, demand, _formulas.Runs(position));
            _reasons[position] = WithSources(_demand[position]);
            _reasonsToAsk[position] = WithSources(Reduce(position, demand, DecisionDiagram.True));
            foreach (var asked in _demand[position].Terms.SelectMany(term => term.Literals))
            {
                var source = _variables.Source(asked.Variable);
                if (source.Kind == BindingKind.Stage)
                {
                    _waiting.Add(position, source.Index);
                    Guards(source.Index, position).ForEach(guard => _waiting.Add(position, guard));
                }
            }
        }

        return _demand;
    }

    private Disjunction Of(int position)
    {
        // The guarded stages need a guard regardless of the takers of its output.
        if (_needs.Takers(position).Count == 0 || _needs.Stage(position).Guard is not null)
        {
            return Disjunction.Always;
        }

        var demand = Disjunction.Never;
        foreach (var taker in _needs.Takers(position))
        {
            demand = demand.Or(OfTaker(taker), _variables.Sizes);
            if (demand.IsAlways)
            {
                return demand;
            }
        }

        return demand;
    }

    private Disjunction OfTaker(Taker taker) =>
        taker.IsOutput ? Disjunction.Always
        : _reasons[taker.Stage].IsNever || _formulas.Runs(taker.Stage) == DecisionDiagram.False ? Disjunction.Never
        : taker.IsCondition ? _reasonsToAsk[taker.Stage]
        : _reasons[taker.Stage].And(_enabling[taker.Stage], _variables.Sizes);

    // A literal's stage has a value only under conditions of its own. These stay if the literal itself is omitted.
    private Disjunction WithSources(Disjunction demand) =>
        demand.Terms.Aggregate(Disjunction.Never, (all, term) => all.Or(WithSources(term), _variables.Sizes));

    private Disjunction WithSources(Term term) =>
        term.Literals.Aggregate(
            Disjunction.Of([term], _variables.Sizes),
            (all, literal) =>
                _variables.Source(literal.Variable) is { Kind: BindingKind.Stage } source
                    ? all.And(_enabling[source.Index], _variables.Sizes)
                    : all
        );

    private Disjunction Reduce(int position, Disjunction demand, int matters)
    {
        if (demand.IsNever)
        {
            return demand;
        }

        var known = Disjunction.Of(
            demand.Terms.Select(term => term.Without(variable => IsUnknown(variable, position))),
            _variables.Sizes
        );
        var reduced = _reduction.Reduce(known, matters);
        // No terms remain if the stage is needed only when its own conditions do not hold. It then never runs, and the
        // unreduced terms express that.
        var terms = reduced.Terms.Count == 0 ? known : reduced;
        return terms.IsNever || terms.Terms.Count > MostTerms ? Disjunction.Always : terms;
    }

    private bool IsUnknown(int variable, int position)
    {
        var source = _variables.Source(variable);
        return source.Kind == BindingKind.Stage
            && (
                IsOfOtherRounds(source.Index, position)
                || _waiting.Depends(source.Index, position)
                || Guards(source.Index, position).Exists(guard => _waiting.Depends(guard, position))
            );
    }

    // What a body needs and is no part of it runs once, so that the values of one round do not decide it.
    private bool IsOfOtherRounds(int source, int position) =>
        _loops.Exists(body => body.Contains(source) && !body.Contains(position));

    /// <summary>
    /// Returns the guards that must pass the value of a source before a stage outside their regions may read it.
    /// </summary>
    private List<int> Guards(int source, int position) =>
        _guards.FindAll(guard =>
            guard != source
            && _needs.Graph.Stages[guard].GuardedStages.Contains(source)
            && !_needs.Graph.Stages[guard].GuardedStages.Contains(position)
        );
}
