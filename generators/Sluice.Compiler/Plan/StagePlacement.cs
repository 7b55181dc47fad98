using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>Translates positions in a bound graph into places in the static total order.</summary>
internal sealed class StagePlacement
{
    private readonly int[] _places;

    /// <summary>Creates the placement.</summary>
    /// <param name="order">The positions of the stages in the static total order.</param>
    public StagePlacement(IReadOnlyList<int> order)
    {
        _places = new int[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            _places[order[place]] = place;
        }
    }

    /// <summary>Returns the places of the given positions in ascending order.</summary>
    public EquatableArray<int> Places(IEnumerable<int> positions) =>
        positions.Select(position => _places[position]).OrderBy(place => place).ToEquatableArray();

    /// <summary>Returns the stage with positions translated into places.</summary>
    public BoundStage Place(BoundStage stage) =>
        stage with
        {
            Arguments = stage.Arguments.Select(Place).ToEquatableArray(),
            Predecessors = Places(stage.Predecessors),
            Excludes = Places(stage.Excludes),
            LaterSources = Places(stage.LaterSources),
            Conditions = stage.Conditions.Select(Place).ToEquatableArray(),
            Demand = stage
                .Demand.Select(term => new DemandTerm(term.Conditions.Select(Place).ToEquatableArray()))
                .ToEquatableArray(),
            Requirements = stage.Requirements.Select(Place).ToEquatableArray(),
            GuardedRegion = stage.GuardedRegion.Select(position => _places[position]).ToEquatableArray(),
            LoopBody = Places(stage.LoopBody),
            GuardedStages = Places(stage.GuardedStages),
            WaitsForGuards = Places(stage.WaitsForGuards),
        };

    /// <summary>Returns the binding with positions translated into places.</summary>
    public Binding Place(Binding binding) =>
        binding.Kind switch
        {
            BindingKind.Stage => binding with { Index = _places[binding.Index] },
            BindingKind.Merge or BindingKind.All => binding with
            {
                Sources = binding.Sources.Select(Place).ToEquatableArray(),
            },
            BindingKind.Carried => binding with
            {
                Index = _places[binding.Index],
                Sources = binding.Sources.Select(Place).ToEquatableArray(),
            },
            _ => binding,
        };

    private BoundCondition Place(BoundCondition condition) => condition with { Source = Place(condition.Source) };
}
