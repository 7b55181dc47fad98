using Sluice.Compiler.Bind.Loops;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Finds the producer of a parameter or an output in one entry point by applying the binding rules in order.
/// </summary>
internal sealed class ProducerSearch(
    PipelineModel model,
    EntryPointModel entryPoint,
    ProducerTable producers,
    NameSearch names,
    TypeNarrowing narrowing,
    LoopScopes? loops
)
{
    private const int NoStage = -1;

    /// <summary>Returns the producer of a parameter that is a dependency.</summary>
    public Resolution Parameter(int stage, ParameterModel parameter)
    {
        if (parameter.All is { } all)
        {
            return CollectedProducers.Find(model, producers, stage, all);
        }

        var taken = Taken.By(model.Stages[stage], parameter);
        var found =
            parameter.From.Count > 0
                ? names.Producer(parameter.From, model.Stages[stage].Source, stage, taken)
                : ByType(taken, parameter.Name, stage, withStages: true, withInputs: true);
        if (Narrowed(stage, parameter, found) is { } narrowed)
        {
            return narrowed;
        }

        if (found is { IsBound: true })
        {
            return parameter.IsEach ? Resolution.Bound(found.Binding with { IsEach = true }) : found;
        }

        return parameter.HasDefaultValue && found is null or { Kind: ResolutionKind.InputOfOthers }
            ? Resolution.DefaultValue
            : found ?? Unproduced(taken, stage);
    }

    // A value whose type a condition has tested goes before all others of that type, unless [From] names another.
    private Resolution? Narrowed(int stage, ParameterModel parameter, Resolution? found)
    {
        var tested = narrowing.Of(stage, parameter);
        return tested.Count == 0 ? null
            : parameter.From.Count > 0
                ? found is { Kind: ResolutionKind.WrongType or ResolutionKind.Bound }
                    && parameter.From.Count == 1
                    && tested.Contains(found.Binding)
                        ? Resolution.Bound(found.Binding) with
                        {
                            IsNarrowed = true,
                        }
                    : null
            : tested.Count == 1 ? Resolution.Bound(tested[0]) with { IsNarrowed = true }
            : new Resolution(ResolutionKind.Ambiguous, Resolution.Nothing, tested);
    }

    /// <summary>Returns the producer of an output of the entry point.</summary>
    /// <remarks>
    /// An input is a candidate only if no stage fits, unless it has the name of the tuple's element. By the rules for
    /// parameters alone, an entry point that takes and returns a string would always be ambiguous, and an entry point
    /// is not written to return its input.
    /// </remarks>
    public Resolution Output(OutputModel output)
    {
        var taken = new Taken(output.Type);
        if (output.From.Count > 0)
        {
            return names.Producer(output.From, source: 0, NoStage, taken);
        }

        var any = ByType(taken, output.Name, NoStage, withStages: true, withInputs: true);
        return any is { IsBound: true } && HasName(any.Binding, output.Name)
            ? any
            : ByType(taken, output.Name, NoStage, withStages: true, withInputs: false)
                ?? any
                ?? Unproduced(taken, NoStage);
    }

    /// <summary>
    /// Returns the producer of the first value of a loop, or <see langword="null"/> if nothing produces its type.
    /// </summary>
    /// <param name="decision">The stage that decides the loop.</param>
    /// <param name="name">The name that selects among several producers, or <see langword="null"/>.</param>
    /// <param name="isInBody">Whether a producer runs in each round, so that it cannot give the first value.</param>
    public Resolution? First(int decision, string? name, Func<Binding, bool> isInBody)
    {
        var loop = model.Stages[decision].Loop!;
        var taken = new Taken(loop.StateType);
        return loop.First is null
            ? ByType(taken, name, decision, withStages: true, withInputs: true, isInBody)
            : names.Producer(new EquatableArray<string>([loop.First]), model.Stages[decision].Source, decision, taken);
    }

    private bool HasName(Binding producer, string? name) =>
        string.Equals(
            producer.Kind == BindingKind.Stage
                ? model.Stages[producer.Index].SimpleName
                : entryPoint.Inputs[producer.Index].Name,
            name,
            StringComparison.OrdinalIgnoreCase
        );

    // Identifies a near miss, if there is one: the stage itself, a single value instead of a collection, or the
    // reverse.
    private Resolution Unproduced(Taken taken, int self)
    {
        if (
            self != NoStage
            && !model.Stages[self].IsCondition
            && producers.Accepts(model.Stages[self].OutputType, taken)
        )
        {
            return Resolution.Itself;
        }

        if (taken.IsEach)
        {
            var near = First(new Taken(taken.Type), self) ?? First(taken with { Flatten = !taken.Flatten }, self);
            return near is null ? Resolution.Missing : new Resolution(ResolutionKind.NoCollection, near, [near]);
        }

        foreach (var stage in producers.StagesWithResult(taken.Type).Where(stage => stage != self))
        {
            var producer = new Binding(BindingKind.Stage, stage);
            return new Resolution(ResolutionKind.OneOfResults, producer, [producer]);
        }

        return Resolution.Missing;
    }

    private Binding? First(Taken taken, int self) =>
        producers
            .Tiers(taken)
            .SelectMany(tier => Candidates(tier.Stages.Stages, withInputs: true, tier.AcceptsInput, self, name: null))
            .FirstOrDefault();

    private Resolution? ByType(
        Taken taken,
        string? name,
        int self,
        bool withStages,
        bool withInputs,
        Func<Binding, bool>? isExcluded = null
    )
    {
        foreach (var tier in producers.Tiers(taken))
        {
            var stages = withStages ? tier.Stages.Stages : [];
            var all = Candidates(stages, withInputs, tier.AcceptsInput, self, name: null, isExcluded);
            var isLeftOut = isExcluded;
            if (all.Count > 1 && isExcluded is null && loops is not null)
            {
                isLeftOut = loops.LeftOut(self);
                var left = Candidates(stages, withInputs, tier.AcceptsInput, self, name: null, isLeftOut);
                (all, isLeftOut) = left.Count > 0 ? (left, isLeftOut) : (all, null);
            }

            if (all.Count == 1)
            {
                return Resolution.Bound(all[0]);
            }

            if (all.Count > 1)
            {
                var named =
                    name is null || loops is { IsSettling: true }
                        ? []
                        : Candidates(
                            withStages ? tier.Stages.Named(name) : [],
                            withInputs,
                            tier.AcceptsInput,
                            self,
                            name,
                            isLeftOut
                        );

                // Stages of a type that is a source twice have the same name; only their members differ.
                if (named.Count == 0 && name is not null && withStages && loops is not { IsSettling: true })
                {
                    named = Candidates(
                        tier.Stages.OfMember(name),
                        withInputs: false,
                        tier.AcceptsInput,
                        self,
                        name,
                        isLeftOut
                    );
                }

                return named.Count == 1
                    ? Resolution.Bound(named[0])
                    : new Resolution(ResolutionKind.Ambiguous, Resolution.Nothing, named.Count > 1 ? named : all);
            }
        }

        return null;
    }

    // Collects only as many candidates as a message needs, since ten thousand stages of one type must not take
    // quadratic time.
    private List<Binding> Candidates(
        IReadOnlyList<int> stages,
        bool withInputs,
        Func<int, bool> accepts,
        int self,
        string? name,
        Func<Binding, bool>? isLeftOut = null
    )
    {
        var candidates = new List<Binding>();
        for (var index = 0; withInputs && index < entryPoint.Inputs.Count; index++)
        {
            var input = entryPoint.Inputs[index];
            if (
                accepts(input.Type)
                && isLeftOut?.Invoke(new Binding(BindingKind.Input, index)) != true
                && (name is null || string.Equals(input.Name, name, StringComparison.OrdinalIgnoreCase))
            )
            {
                candidates.Add(new Binding(BindingKind.Input, index));
            }
        }

        foreach (var stage in stages)
        {
            if (candidates.Count > Phrases.LongestList)
            {
                break;
            }

            if (stage != self && isLeftOut?.Invoke(new Binding(BindingKind.Stage, stage)) != true)
            {
                candidates.Add(new Binding(BindingKind.Stage, stage));
            }
        }

        return candidates;
    }
}
