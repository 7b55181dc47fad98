using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind.Production;

/// <summary>The values that the stages of a graph need, and the takers of each value.</summary>
internal sealed class ValueNeeds
{
    private readonly PipelineModel _model;
    private readonly List<Taker>[] _takers;

    public ValueNeeds(PipelineModel model, EntryPointGraph graph)
    {
        _model = model;
        Graph = graph;
        Required = [.. graph.Stages.Select(RequiredBy)];
        _takers = [.. graph.Stages.Select(_ => new List<Taker>())];
        for (var position = 0; position < graph.Stages.Count; position++)
        {
            AddTaker(position);
        }

        for (var output = 0; output < graph.Outputs.Count; output++)
        {
            var takesOutcome = EntryPoint.Outputs[output].Form == ValueForm.Outcome;
            AddTaker(graph.Outputs[output], new Taker(-1, false, takesOutcome));
        }
    }

    public EntryPointGraph Graph { get; }

    public EntryPointModel EntryPoint => _model.EntryPoints[Graph.EntryPoint];

    /// <summary>For each stage, the stages, inputs and merges without whose values it is skipped, each once.</summary>
    public IReadOnlyList<Binding>[] Required { get; }

    /// <summary>Returns the model of the stage at a position.</summary>
    public StageModel Stage(int position) => _model.Stages[Graph.Stages[position].Stage];

    /// <summary>Returns the name of a stage or input.</summary>
    public string Name(Binding source) =>
        source.Kind switch
        {
            BindingKind.Stage => Stage(source.Index).Name,
            BindingKind.Carried => Name(source.Sources[0]),
            _ => EntryPoint.Inputs[source.Index].Name,
        };

    /// <summary>Returns the takers of a stage's value.</summary>
    public IReadOnlyList<Taker> Takers(int position) => _takers[position];

    /// <summary>Whether an input may lack a value.</summary>
    public bool MayLack(Binding input) => IsPartial(EntryPoint.Inputs[input.Index].Form);

    /// <summary>
    /// Whether a stage may run without producing a value. A stage that runs for each element always produces a
    /// collection, and a stage may promise that it never skips itself.
    /// </summary>
    public bool MayGiveNothing(int position) =>
        Stage(position) is { Each: null, NeverSkips: false } stage && IsPartial(stage.Form);

    /// <summary>
    /// Whether every stage runs in every run and nothing takes an outcome. Most pipelines are like that, and the check
    /// needs no formulas.
    /// </summary>
    public static bool AreUnconditional(PipelineModel model, EntryPointGraph graph)
    {
        var entryPoint = model.EntryPoints[graph.EntryPoint];
        return !model.ContinuesOnFailure
            && entryPoint.Inputs.All(input => !IsPartial(input.Form))
            && entryPoint.Outputs.All(output => output.Form != ValueForm.Outcome)
            && graph.Outputs.All(output => output.Kind != BindingKind.Merge)
            && graph.Stages.All(stage =>
                stage.Conditions.Count == 0
                && !IsPartial(model.Stages[stage.Stage].Form)
                && stage.Arguments.All(argument => argument.Kind != BindingKind.Merge)
                && model.Stages[stage.Stage].Parameters.All(parameter => FormOf(parameter) != ValueForm.Outcome)
            );
    }

    private static bool IsPartial(ValueForm form) => form is ValueForm.Optional or ValueForm.Outcome;

    private IReadOnlyList<Binding> RequiredBy(BoundStage stage)
    {
        var required = new List<Binding>();
        for (var parameter = 0; parameter < stage.Arguments.Count; parameter++)
        {
            var argument = stage.Arguments[parameter];
            if (
                (
                    argument.Kind is BindingKind.Stage or BindingKind.Input or BindingKind.Merge
                    || argument is { Kind: BindingKind.Carried, Sources.Count: > 0 }
                ) && (argument.IsEach || FormOf(stage, parameter) == ValueForm.Plain)
            )
            {
                required.Add(argument with { IsEach = false });
            }
        }

        return required.Count < 2 ? required : [.. required.Distinct()];
    }

    private void AddTaker(int position)
    {
        var stage = Graph.Stages[position];
        for (var parameter = 0; parameter < stage.Arguments.Count; parameter++)
        {
            var argument = stage.Arguments[parameter];
            var takesOutcome = !argument.IsEach && FormOf(stage, parameter) == ValueForm.Outcome;
            var goesWithout =
                argument.Kind is BindingKind.Merge or BindingKind.All
                || (!argument.IsEach && FormOf(stage, parameter) is ValueForm.Optional or ValueForm.Nullable);
            AddTaker(argument, new Taker(position, false, takesOutcome) { GoesWithout = goesWithout && !takesOutcome });
        }

        foreach (var condition in stage.Conditions)
        {
            AddTaker(condition.Source, new Taker(position, true, false));
        }
    }

    private void AddTaker(Binding binding, Taker taker)
    {
        foreach (var producer in binding.Producers)
        {
            if (producer.Kind == BindingKind.Stage)
            {
                _takers[producer.Index].Add(taker);
            }
        }
    }

    private ValueForm FormOf(BoundStage stage, int parameter) =>
        FormOf(_model.Stages[stage.Stage].Parameters[parameter]);

    // A list that is collected is never absent itself; its elements have the form.
    private static ValueForm FormOf(ParameterModel parameter) => parameter.All?.Form ?? parameter.Form;
}
