using Sluice.DifferentialTests.Branching.Shapes;

namespace Sluice.DifferentialTests.Branching.Reference;

/// <summary>What belongs to an entry point and what takes what, by the language's rules and nothing else.</summary>
public sealed class BranchingPlan
{
    private readonly HashSet<int> _included = [];

    public BranchingPlan(BranchingPipeline pipeline)
    {
        Pipeline = pipeline;
        foreach (var producer in pipeline.EntryPoint.Outputs.SelectMany(output => output.Producers))
        {
            Include(producer);
        }

        foreach (var effect in pipeline.Stages.Where(stage => stage.IsEffect))
        {
            if (pipeline.EntryPoint.Outputs.Count == 0)
            {
                Include(effect.Id);
            }
            else if (
                Deciding(effect, isForEffect: true).SelectMany(parameter => parameter.Producers).All(IsAtHand)
                && effect.Guards.All(CanAsk)
            )
            {
                Include(effect.Id);
            }
        }

        Stages = [.. pipeline.Stages.Where(stage => _included.Contains(stage.Id))];
    }

    public BranchingPipeline Pipeline { get; }

    /// <summary>The stages that belong to the entry point, each after those that it depends on.</summary>
    public IReadOnlyList<BranchingStage> Stages { get; }

    public bool IsAsynchronous => Stages.Any(IsAsynchronousStage);

    /// <summary>Whether one cannot say on which thread what goes on.</summary>
    public bool IsRacing => Stages.Any(stage => stage.IsOffloaded || stage.Content == Content.Stream);

    public bool Includes(int id) => _included.Contains(id);

    public bool IsOutput(int id) => Pipeline.EntryPoint.Outputs.Any(output => output.Producers.Contains(id));

    /// <summary>The stages that take what a stage or input gives.</summary>
    public IEnumerable<BranchingStage> Takers(int id) =>
        Stages.Where(stage => stage.Parameters.Any(parameter => parameter.Producers.Contains(id)));

    /// <summary>The stages that have a stage as a condition.</summary>
    public IEnumerable<BranchingStage> Guarded(int id) =>
        Stages.Where(stage => stage.Guards.Any(guard => guard.Source == id));

    /// <summary>The stages that a stage waits for, whether they give it anything or not.</summary>
    public IEnumerable<int> Predecessors(BranchingStage stage) =>
        stage
            .Parameters.SelectMany(parameter => parameter.Producers)
            .Concat(stage.Guards.Select(guard => guard.Source))
            .Concat(stage.After)
            .Where(_included.Contains)
            .Distinct();

    /// <summary>In which form those who take the results of a stage with <c>[Each]</c> take each of them.</summary>
    public Form ElementForm(int id) =>
        Pipeline
            .Stages.SelectMany(stage => stage.Parameters)
            .Where(parameter => parameter.Producers.Contains(id))
            .Select(parameter => parameter.ElementForm)
            .DefaultIfEmpty()
            .Max();

    /// <summary>The values that a guard asks for or, of <c>[Unless]</c> and <c>[Otherwise]</c>, refuses.</summary>
    public IEnumerable<int> ValuesOf(BranchingStage stage, Guard guard) =>
        guard.Kind == GuardKind.Otherwise
            ? Pipeline
                .Stages.Where(other => other.Id != stage.Id)
                .SelectMany(other => other.Guards)
                .Where(other => other.Kind == GuardKind.When && other.Source == guard.Source)
                .SelectMany(Named)
            : Named(guard);

    /// <summary>Whether a guard lets its stage run for a choice.</summary>
    public bool Holds(BranchingStage stage, Guard guard, int choice) =>
        ValuesOf(stage, guard).Contains(choice) == (guard.Kind == GuardKind.When);

    /// <summary>Whether the failure of a stage is none of the run, since all that would need its value takes an outcome.</summary>
    public bool IsHandled(int id)
    {
        var stage = Pipeline.Stage(id);
        var outputs = Pipeline.EntryPoint.Outputs.Where(output => output.Producers.Contains(id)).ToArray();
        var edges = Takers(id).Concat(Guarded(id)).Distinct().ToArray();
        return !stage.IsEffect
            && outputs.All(output => output.Form == Form.Outcome)
            && outputs.Length + edges.Length > 0
            && edges.All(edge => Knows(edge, id));
    }

    private static IEnumerable<int> Named(Guard guard) => guard.Values.Count == 0 ? [1] : guard.Values;

    private bool IsAsynchronousStage(BranchingStage stage) =>
        stage.Return != Graphs.ReturnStyle.Synchronous
        || stage.IsOffloaded
        || (stage.Each is { } each && Pipeline.ContentOf(each.Producers[0]) == Content.Stream);

    /// <summary>Whether a stage takes a failure as an outcome, or is skipped for it and has those who take its value know.</summary>
    private bool Knows(BranchingStage stage, int id)
    {
        Parameter[] parameters = [.. stage.Parameters.Where(parameter => parameter.Producers.Contains(id))];
        // One that may go on without the value, and is not told why there is none, would forget the failure.
        var forgets = parameters.Any(parameter =>
            parameter.Form is Form.Optional or Form.Nullable || parameter is { IsMerge: true, Form: Form.Plain }
        );
        var isSkipped =
            parameters.Any(parameter => parameter.Form == Form.Plain) || stage.Guards.Any(guard => guard.Source == id);
        return !forgets && (!isSkipped || IsHandled(stage.Id));
    }

    private void Include(int id, bool isForEffect = false)
    {
        if (id < 0 || !_included.Add(id))
        {
            return;
        }

        var stage = Pipeline.Stage(id);
        isForEffect |= stage.IsEffect;
        foreach (var producer in Deciding(stage, isForEffect).SelectMany(parameter => parameter.Producers))
        {
            Include(producer);
        }

        foreach (var guard in stage.Guards)
        {
            Include(guard.Source, isForEffect);
        }
    }

    // Beside an output, what an effect can do without pulls nothing in; nor does what a method can do without that decides for it.
    private IEnumerable<Parameter> Deciding(BranchingStage stage, bool isForEffect) =>
        stage.Parameters.Where(parameter =>
            !isForEffect || Pipeline.EntryPoint.Outputs.Count == 0 || parameter.Form == Form.Plain
        );

    private bool IsAtHand(int id) => id < 0 || _included.Contains(id);

    private bool CanAsk(Guard guard) =>
        IsAtHand(guard.Source)
        || (
            Pipeline.Stage(guard.Source) is { IsCondition: true } condition
            && Deciding(condition, isForEffect: true).SelectMany(parameter => parameter.Producers).All(IsAtHand)
        );
}
