using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Loops;

/// <summary>
/// The values that stages see of the loops of an entry point: which candidates a parameter leaves out if several fit, and
/// what gives the first value of each loop.
/// </summary>
/// <remarks>
/// Bindings and bodies depend on each other. Both start empty and are computed in turn until neither changes: first with
/// the rules for stages that a decision needs and for first values, then also with the rule that the stages of a body are
/// seen in the body alone, and at last with the names of parameters. Only parameters that several producers fit are
/// bound differently in a later round.
/// </remarks>
/// <param name="model">The pipeline.</param>
/// <param name="table">The loops as they are declared.</param>
/// <param name="decisions">The decisions that the entry point is assumed to run.</param>
internal sealed class LoopScopes(PipelineModel model, LoopTable table, IReadOnlyCollection<int> decisions)
{
    private readonly Dictionary<int, HashSet<int>> _needed = [];
    private readonly Dictionary<int, HashSet<int>> _bodies = [];
    private readonly Dictionary<int, Resolution?> _first = [];
    private bool _hidesBodies;

    /// <summary>The decisions that the entry point is assumed to run.</summary>
    public IReadOnlyCollection<int> Decisions { get; } = decisions;

    /// <summary>Whether the name of a parameter may not select a candidate yet.</summary>
    public bool IsSettling { get; private set; }

    /// <summary>
    /// Returns what gives the first value of a loop, or <see langword="null"/> if nothing does.
    /// </summary>
    public Resolution? First(int decision) => _first.TryGetValue(decision, out var first) ? first : null;

    /// <summary>
    /// Returns the binding of the first value of a loop, or <see langword="null"/> if it has none that can be used.
    /// </summary>
    public Binding? Initial(int decision) =>
        First(decision) is { IsBound: true } first && !IsOfBody(decision, first.Binding) ? first.Binding : null;

    /// <summary>Returns whether a stage of the loop's body produces a value.</summary>
    public bool IsOfBody(int decision, Binding producer) =>
        producer.Kind == BindingKind.Stage && IsInBody(decision, producer.Index);

    /// <summary>
    /// Returns the binding of a parameter that takes the carried value of a loop that runs, otherwise
    /// <see langword="null"/>. A parameter whose <c>[Carried]</c> is not valid is bound to nothing, so that it is reported
    /// once.
    /// </summary>
    public Resolution? Carried(int stage, int parameter)
    {
        if (table.IsInvalid(stage, parameter))
        {
            return Resolution.DefaultValue;
        }

        var loop = table.LoopOf(stage, parameter);
        return loop < 0 || !Decisions.Contains(loop)
            ? null
            : Resolution.Bound(
                new Binding(BindingKind.Carried, loop)
                {
                    IsEach = model.Stages[stage].Parameters[parameter].IsEach,
                    Sources = Initial(loop) is { } first
                        ? new EquatableArray<Binding>([first])
                        : EquatableArray<Binding>.Empty,
                }
            );
    }

    /// <summary>Returns whether a stage, or an output if it is -1, leaves out a candidate because others fit as well.</summary>
    /// <remarks>
    /// A stage that the decision depends on would belong to the body if it took a value of the body. Since both readings are
    /// possible, it leaves out neither.
    /// </remarks>
    public Func<Binding, bool> LeftOut(int taker) =>
        candidate =>
            Decisions.Any(decision =>
                taker != decision
                    && Needs(decision, taker)
                    && candidate is { Kind: BindingKind.Stage }
                    && candidate.Index == decision
                || (
                    IsInBody(decision, taker)
                        ? Initial(decision) == candidate
                        : _hidesBodies
                            && !(taker >= 0 && model.Stages[taker].IsEffect)
                            && !Needs(decision, taker)
                            && candidate.Kind == BindingKind.Stage
                            && candidate.Index != decision
                            && IsInBody(decision, candidate.Index)
                )
            );

    /// <summary>Computes bindings and bodies until both are known.</summary>
    /// <param name="search">The search for producers, which asks this object.</param>
    /// <param name="resolutions">The bindings.</param>
    /// <param name="precedences">The stages that <c>[After]</c> names.</param>
    public void Settle(ProducerSearch search, StageResolutions resolutions, PrecedenceTable precedences)
    {
        var bodies = new LoopBodies(
            model,
            table,
            resolutions,
            precedences,
            stage => model.Stages[stage].Loop is null || Decisions.Contains(stage)
        );
        IsSettling = true;
        Repeat();
        _hidesBodies = true;
        Repeat();
        IsSettling = false;
        Repeat();
        resolutions.Reset();

        void Repeat()
        {
            // Each round but the last makes a body or what a decision needs larger, or finds a first value.
            for (var round = 0; round <= (2 * model.Stages.Count) + 2; round++)
            {
                resolutions.Reset();
                if (!Compute(search, bodies))
                {
                    return;
                }
            }
        }
    }

    private bool Compute(ProducerSearch search, LoopBodies bodies)
    {
        var needed = Decisions.ToDictionary(decision => decision, bodies.Needed);

        // A stage that takes the carried value belongs to the loop, even if it is not known yet how it leads to the decision.
        var found = Decisions.ToDictionary(
            decision => decision,
            decision => new HashSet<int>(bodies.Of(decision).Concat(table.Starts(decision)))
        );
        var hasChanged = Decisions.Any(decision =>
            !Has(_needed, decision, needed[decision]) || !Has(_bodies, decision, found[decision])
        );
        foreach (var decision in Decisions)
        {
            _needed[decision] = needed[decision];
            _bodies[decision] = found[decision];
        }

        foreach (var decision in Decisions.Where(decision => model.Stages[decision].Loop!.HasState))
        {
            var first = search.First(
                decision,
                table.NameOfCarried(decision),
                candidate => IsOfBody(decision, candidate)
            );
            hasChanged |= !_first.TryGetValue(decision, out var known) || !Equals(known?.Binding, first?.Binding);
            _first[decision] = first;
        }

        return hasChanged;
    }

    private bool Needs(int decision, int stage) =>
        _needed.TryGetValue(decision, out var needed) && needed.Contains(stage);

    private bool IsInBody(int decision, int stage) =>
        _bodies.TryGetValue(decision, out var body) && body.Contains(stage);

    private static bool Has(Dictionary<int, HashSet<int>> known, int decision, HashSet<int> stages) =>
        known.TryGetValue(decision, out var before) && before.SetEquals(stages);
}
