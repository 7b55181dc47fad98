using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>Asks of a graph which of its stages can be under way at once, and what follows from it.</summary>
internal sealed class UnorderedStages
{
    private readonly EquatableArray<BoundStage> _stages;
    private readonly Reachability _reachability;

    private readonly PipelineModel _model;

    public UnorderedStages(PipelineModel model, EntryPointGraph graph, Reachability reachability)
    {
        _model = model;
        _stages = graph.Stages;
        _reachability = reachability;
    }

    /// <summary>The simplest form that fits.</summary>
    /// <remarks>
    /// A synchronous stage that an asynchronous one could overlap makes the plan concurrent too: it starts as soon as it is ready,
    /// and what waits for the asynchronous stage does not wait for the thread that runs the synchronous one.
    /// </remarks>
    public PlanLowering Lowering()
    {
        var asynchronous = Positions(stage => stage.IsAsynchronous);
        return asynchronous.Count == 0 ? PlanLowering.StraightLine
            : asynchronous.Any(HasUnordered) ? PlanLowering.Concurrent
            : PlanLowering.Sequential;
    }

    /// <summary>
    /// Whether a stage that takes a token can be under way when another stage fails, so that the run needs a token of its own to
    /// tell it.
    /// </summary>
    public bool TokenTakerMayOverlap() => Positions(TakesToken).Any(HasUnordered);

    // What runs a stage for each element takes the token too, and so does what hands on a stream.
    private bool TakesToken(BoundStage stage) =>
        stage.Arguments.Any(argument =>
            argument.IsEach || argument.Kind is BindingKind.CancellationToken or BindingKind.StageContext
        )
        || (_model.Stages[stage.Stage] is { IsEffect: false, OutputType: var output } && _model.Types[output].IsStream);

    // Of two that exclude each other only one can be under way.
    private bool HasUnordered(int position) =>
        Enumerable
            .Range(0, _stages.Count)
            .Any(other => _reachability.AreUnordered(position, other) && !_stages[position].Excludes.Contains(other));

    private List<int> Positions(Func<BoundStage, bool> predicate) =>
        [.. Enumerable.Range(0, _stages.Count).Where(position => predicate(_stages[position]))];
}
