namespace Sluice.Compiler.Bind.Production;

/// <summary>Finds when the output of each stage is needed, and lets it wait for the stages that decide that.</summary>
/// <remarks>
/// <para>
/// A stage is needed where a stage that takes its value is needed and its conditions can hold, where a stage that it is a condition
/// of is needed, and always where it is an effect or gives an output. The formulas are kept as terms that are made from these reasons
/// alone; a stage that can never run is no reason. A literal is true in a run only where its stage has a value. Terms are joined, and literals left out, but never added: the
/// result may hold where the stage is not needed, but not the other way round.
/// </para>
/// <para>
/// Why no cycle arises: the graph is acyclic at first, and a stage is let wait for a condition only after a search has shown that the
/// condition's stage does not depend on it, over the edges that were added before included. Such an edge closes no cycle, and so by
/// induction none is ever closed. A condition of which that is not so is left out of the terms, which makes them weaker; those under
/// which its stage itself runs stay, as they are in the terms as well.
/// </para>
/// <para>
/// Why nothing that runs lacks what it needs: let a stage run that takes the value of another. Then one of the terms of its
/// own demand holds, its conditions do, and what it requires has run, so that their conditions hold too. All these literals together
/// contain a term of what it takes. A stage that is a condition of it has a term of its demand before that was shortened by what its own
/// conditions say anyway: they are not known yet where a condition of it is asked for.
/// </para>
/// </remarks>
internal sealed class DemandAnalysis
{
    /// <summary>How many terms a demand may have. Beyond, to evaluate it would cost more than it saves, and nobody could read it.</summary>
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

    /// <summary>Prepares it.</summary>
    /// <param name="needs">Who needs what.</param>
    /// <param name="waiting">Who waits for whom; what demand adds is added to it.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="formulas">When each stage runs, demand left out.</param>
    /// <param name="enabling">The conditions of each stage.</param>
    /// <param name="reduction">What makes terms short.</param>
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
    }

    /// <summary>The demand of each stage. Where it is not always needed, it waits for what its demand asks.</summary>
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
        // What a guard guards needs it, whoever else takes its output.
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

    // What a condition asks has a value only under conditions of its own, and they remain where the one that asks is left out.
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
        // Nothing is left where it is needed only where its own conditions do not hold: then it never is, and the terms say so.
        var terms = reduced.Terms.Count == 0 ? known : reduced;
        return terms.IsNever || terms.Terms.Count > MostTerms ? Disjunction.Always : terms;
    }

    private bool IsUnknown(int variable, int position)
    {
        var source = _variables.Source(variable);
        return source.Kind == BindingKind.Stage
            && (
                _waiting.Depends(source.Index, position)
                || Guards(source.Index, position).Exists(guard => _waiting.Depends(guard, position))
            );
    }

    /// <summary>The guards that have to let pass what a stage gave before another one may ask for it.</summary>
    private List<int> Guards(int source, int position) =>
        _guards.FindAll(guard =>
            guard != source
            && _needs.Graph.Stages[guard].GuardedStages.Contains(source)
            && !_needs.Graph.Stages[guard].GuardedStages.Contains(position)
        );
}
