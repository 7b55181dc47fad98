using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Reference.Prediction;

namespace Sluice.DifferentialTests.Reference;

/// <summary>The stages of an entry point, their dependencies and their order, by the rules of the language and nothing else.</summary>
public sealed class EntryPointPlan
{
    private readonly Dictionary<int, StageShape> _stages;
    private readonly HashSet<int> _included = [];
    private readonly Dictionary<int, int[]> _predecessors = [];
    private readonly ILookup<int, StageShape> _takers;
    private readonly ILookup<int, StageShape> _conditional;
    private readonly Dictionary<int, EntryPointPlan> _nested = [];
    private Demand? _demand;

    public EntryPointPlan(PipelineShape pipeline, EntryPointShape entryPoint)
    {
        (Pipeline, EntryPoint) = (pipeline, entryPoint);
        _stages = pipeline.Stages.ToDictionary(stage => stage.Id);
        foreach (var producer in entryPoint.Outputs.SelectMany(output => output.Producers))
        {
            Include(producer);
        }

        foreach (var stage in pipeline.Stages.Where(stage => stage.IsEffect || stage.IsGuard).Where(IsAllowed))
        {
            if (
                (stage.IsEffect && entryPoint.Outputs.Count == 0)
                || (
                    Deciding(stage, isForEffect: true).SelectMany(parameter => parameter.Producers).All(IsAtHand)
                    && stage.Conditions.All(CanAsk)
                )
            )
            {
                Include(stage.Id);
            }
        }

        Stages = [.. pipeline.Stages.Where(stage => _included.Contains(stage.Id))];
        foreach (var stage in Stages)
        {
            _predecessors[stage.Id] =
            [
                .. stage
                    .Producers.Concat(stage.Conditions.Select(condition => condition.Source))
                    .Concat(stage.After)
                    .Where(_included.Contains)
                    .Distinct(),
            ];
        }

        _takers = Stages
            .SelectMany(stage => stage.Producers.Distinct().Select(producer => (Producer: producer, Stage: stage)))
            .ToLookup(edge => edge.Producer, edge => edge.Stage);
        _conditional = Stages
            .SelectMany(stage =>
                stage
                    .Conditions.Select(condition => condition.Source)
                    .Distinct()
                    .Select(source => (Source: source, Stage: stage))
            )
            .ToLookup(edge => edge.Source, edge => edge.Stage);
        Order = InStaticOrder();
        HasStaticOrder = IsStatic();
        IsAsynchronous = Stages.Any(IsAsynchronousStage);
        IsRacing = Stages.Any(stage => stage.IsOffloaded || stage.Content == Content.Stream);
        foreach (var stage in Stages.Where(stage => stage.Nested is not null))
        {
            _nested[stage.Id] = new EntryPointPlan(stage.Nested!, stage.Nested!.EntryPoints[0]);
        }
    }

    public PipelineShape Pipeline { get; }

    public EntryPointShape EntryPoint { get; }

    /// <summary>The stages that belong to the entry point, each after those that it depends on.</summary>
    public IReadOnlyList<StageShape> Stages { get; }

    /// <summary>Their ids in the static total order, in which a thread that can start something starts the first that is ready.</summary>
    public IReadOnlyList<int> Order { get; }

    /// <summary>
    /// Whether every stage runs and takes part in the static order alone: nothing is skipped, merged, repeated or handled, and each stage
    /// is called once.
    /// </summary>
    public bool HasStaticOrder { get; }

    public bool IsAsynchronous { get; }

    /// <summary>Whether stages run on threads that the test does not control.</summary>
    public bool IsRacing { get; }

    /// <summary>The stages that are needed, by the conditions.</summary>
    public Demand Demand => _demand ??= new Demand(this);

    public StageShape Stage(int id) => _stages[id];

    /// <summary>The plan of a stage that is a pipeline.</summary>
    public EntryPointPlan Nested(int id) => _nested[id];

    public bool Includes(int id) => _included.Contains(id);

    public bool IsOutput(int id) => EntryPoint.Outputs.Any(output => output.Producers.Contains(id));

    /// <summary>The stages that take what a stage or input gives.</summary>
    public IEnumerable<StageShape> Takers(int id) => _takers[id];

    /// <summary>The stages that have a stage as a condition.</summary>
    public IEnumerable<StageShape> Conditional(int id) => _conditional[id];

    /// <summary>The stages that a stage waits for, whether they give it anything or not.</summary>
    public IReadOnlyList<int> Predecessors(int id) => _predecessors[id];

    /// <summary>The form in which the results of a stage with <c>[Each]</c> are taken.</summary>
    public Form ElementForm(int id) =>
        Pipeline
            .Stages.SelectMany(stage => stage.Parameters)
            .Where(parameter => parameter.Producers.Contains(id))
            .Select(parameter => parameter.ElementForm)
            .DefaultIfEmpty()
            .Max();

    /// <summary>The values that a condition asks for or, for <c>[Unless]</c> and <c>[Otherwise]</c>, refuses.</summary>
    public IEnumerable<int> ValuesOf(StageShape stage, Condition condition) =>
        condition.Kind == ConditionKind.Otherwise
            ? Pipeline
                .Stages.Where(other => other.Id != stage.Id)
                .SelectMany(other => other.Conditions)
                .Where(other => other.Kind == ConditionKind.When && other.Source == condition.Source)
                .SelectMany(Named)
            : Named(condition);

    /// <summary>Whether a condition lets its stage run for a choice.</summary>
    public bool Holds(StageShape stage, Condition condition, int choice) =>
        ValuesOf(stage, condition).Contains(choice) == (condition.Kind == ConditionKind.When);

    /// <summary>Whether the failure of a stage does not fail the run, since all that would need its value take an outcome.</summary>
    public bool IsHandled(int id)
    {
        var stage = Stage(id);
        var outputs = EntryPoint.Outputs.Where(output => output.Producers.Contains(id)).ToArray();
        var edges = Takers(id).Concat(Conditional(id)).Distinct().ToArray();
        return !stage.IsEffect
            && outputs.All(output => output.Form == Form.Outcome)
            && outputs.Length + edges.Length > 0
            && edges.All(edge => Knows(edge, id));
    }

    private bool IsStatic() =>
        Pipeline is { Continues: false, Recovers: false }
        && EntryPoint.Outputs.All(output => output is { Form: Form.Plain, Producers.Count: 1 })
        && Stages.All(stage =>
            stage is { Form: Form.Plain, IsPredicate: false, Each: null, Conditions.Count: 0 }
            && stage.Content != Content.Stream
            && stage.Parameters.All(parameter =>
                parameter is { Form: Form.Plain, IsMerge: false } && parameter.Producers[0] != Inputs.Maybe
            )
        );

    private static IEnumerable<int> Named(Condition condition) => condition.Values.Count == 0 ? [1] : condition.Values;

    private bool IsAllowed(StageShape stage) => stage.Only < 0 || stage.Only == EntryPoint.Index;

    private bool IsAsynchronousStage(StageShape stage) =>
        stage.Return != ReturnStyle.Synchronous
        || stage.IsOffloaded
        || (stage.Each is { } each && Pipeline.ContentOf(each.Producers[0]) == Content.Stream);

    /// <summary>Whether a stage takes a failure as an outcome, or is skipped for it and has those who take its value know.</summary>
    private bool Knows(StageShape stage, int id)
    {
        Parameter[] parameters = [.. stage.Parameters.Where(parameter => parameter.Producers.Contains(id))];
        // A stage that may go on without the value, and is not told why there is none, would forget the failure.
        var forgets = parameters.Any(parameter =>
            parameter.Form is Form.Optional or Form.Nullable || parameter is { IsMerge: true, Form: Form.Plain }
        );
        var isSkipped =
            parameters.Any(parameter => parameter.Form == Form.Plain)
            || stage.Conditions.Any(condition => condition.Source == id);
        return !forgets && (!isSkipped || IsHandled(stage.Id));
    }

    private void Include(int id, bool isForEffect = false)
    {
        // The stages around a nested pipeline are its inputs.
        if (!_stages.TryGetValue(id, out var stage) || !_included.Add(id))
        {
            return;
        }

        isForEffect |= stage.IsEffect;
        foreach (var producer in Deciding(stage, isForEffect).SelectMany(parameter => parameter.Producers))
        {
            Include(producer);
        }

        foreach (var condition in stage.Conditions)
        {
            Include(condition.Source, isForEffect);
        }
    }

    // Beside an output, an effect pulls in nothing that it can do without; nor does a method that decides for it.
    private IEnumerable<Parameter> Deciding(StageShape stage, bool isForEffect) =>
        stage.Parameters.Where(parameter =>
            !isForEffect || EntryPoint.Outputs.Count == 0 || parameter.Form == Form.Plain
        );

    private bool IsAtHand(int id) => !_stages.ContainsKey(id) || _included.Contains(id);

    private bool CanAsk(Condition condition) =>
        IsAtHand(condition.Source)
        || (
            Stage(condition.Source) is { IsPredicate: true } predicate
            && Deciding(predicate, isForEffect: true).SelectMany(parameter => parameter.Producers).All(IsAtHand)
        );

    private int[] InStaticOrder()
    {
        var places = Pipeline.Declaration.Index().ToDictionary(item => item.Item, item => item.Index);
        var lengths = Stages.ToDictionary(stage => stage.Id, _ => 1);
        foreach (var id in Stages.Select(stage => stage.Id).Reverse())
        {
            foreach (var predecessor in _predecessors[id])
            {
                lengths[predecessor] = Math.Max(lengths[predecessor], lengths[id] + 1);
            }
        }

        return
        [
            .. Stages
                .OrderByDescending(IsAsynchronousStage)
                .ThenByDescending(stage => lengths[stage.Id])
                .ThenBy(stage => places[stage.Id])
                .Select(stage => stage.Id),
        ];
    }
}
