using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Plan;

/// <summary>
/// Determines which stages of a graph can be under way at once, and the lowering that follows from it.
/// </summary>
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

    /// <summary>Returns the simplest lowering that is possible.</summary>
    /// <remarks>
    /// A synchronous stage that an asynchronous one could overlap also makes the plan concurrent: it starts as soon as
    /// it is ready, and the stages that wait for the asynchronous one do not wait for the thread that runs the
    /// synchronous one.
    /// </remarks>
    public PlanLowering Lowering()
    {
        var asynchronous = Positions(stage => stage.IsAsynchronous);
        return asynchronous.Count == 0 ? PlanLowering.StraightLine
            : asynchronous.Any(HasUnordered) ? PlanLowering.Concurrent
            : PlanLowering.Sequential;
    }

    /// <summary>
    /// Whether a stage that takes a token can be under way when another stage fails, so the run needs a token of
    /// its own to cancel it.
    /// </summary>
    public bool TokenTakerMayOverlap() => Positions(TakesToken).Any(HasUnordered);

    // A stage that runs for each element, and a stage that returns a stream, get the token as well.
    private bool TakesToken(BoundStage stage) =>
        stage.Arguments.Any(argument => argument.IsEach)
        || _model.Stages[stage.Stage].TakesSupplied(SuppliedNeeds.Token)
        || (_model.Stages[stage.Stage] is { IsEffect: false, OutputType: var output } && _model.Types[output].IsStream);

    // Of two stages that exclude each other, only one can be under way.
    private bool HasUnordered(int position) =>
        Enumerable
            .Range(0, _stages.Count)
            .Any(other => _reachability.AreUnordered(position, other) && !_stages[position].Excludes.Contains(other));

    private List<int> Positions(Func<BoundStage, bool> predicate) =>
        [.. Enumerable.Range(0, _stages.Count).Where(position => predicate(_stages[position]))];
}
