using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Indexes the stages of a pipeline by the types that they produce. All entry points share one table.
/// </summary>
/// <remarks>Methods that only decide conditions are not included, since nothing binds to them.</remarks>
internal sealed class ProducerTable
{
    private readonly PipelineModel _model;
    private readonly ConversionTable _conversions;
    private readonly ProducerIndex _outputs;
    private readonly ProducerIndex _elements;
    private readonly ProducerIndex _innerElements;
    private readonly ProducerIndex _results;

    public ProducerTable(PipelineModel model)
    {
        _model = model;
        _conversions = new ConversionTable(model);
        _outputs = new ProducerIndex(model, _conversions);
        _elements = new ProducerIndex(model, _conversions);
        _innerElements = new ProducerIndex(model, _conversions);
        _results = new ProducerIndex(model, _conversions);
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            if (!model.Stages[stage].IsEffect && !model.Stages[stage].IsCondition)
            {
                Add(stage, model.Stages[stage]);
            }
        }
    }

    /// <summary>Returns the possible producers of a value in tiers, the best fit first.</summary>
    public IEnumerable<ProducerTier> Tiers(Taken taken)
    {
        var type = taken.Type;
        var stages =
            !taken.IsEach ? _outputs
            : taken.Flatten ? _innerElements
            : _elements;
        yield return new ProducerTier(stages.Identical(type), input => PartOf(input, taken) == type);
        yield return new ProducerTier(
            stages.Convertible(type),
            input => _conversions.Exists(PartOf(input, taken), type)
        );
        var underlying = taken.IsEach ? -1 : _model.Types[type].NullableUnderlying;
        if (underlying >= 0)
        {
            yield return new ProducerTier(_outputs.Identical(underlying), input => input == underlying);
        }

        var result = ResultForms.ResultOf(_model, taken);
        if (result >= 0)
        {
            yield return new ProducerTier(_results.Identical(result), _ => false);
        }
    }

    /// <summary>Returns the stages that run for each element and produce a result of the type for each.</summary>
    public IEnumerable<int> StagesWithResult(int type) =>
        _results.Identical(type).Stages.Concat(_results.Convertible(type).Stages);

    public bool IsConvertible(int from, int to) => _conversions.Exists(from, to);

    /// <summary>Whether any rule lets a value of the produced type go to the taker.</summary>
    public bool Accepts(int produced, Taken taken)
    {
        var part = produced < 0 ? -1 : PartOf(produced, taken);
        return part >= 0
            && (
                part == taken.Type
                || _conversions.Exists(part, taken.Type)
                || (!taken.IsEach && _model.Types[taken.Type].NullableUnderlying == part)
            );
    }

    /// <summary>Whether any rule lets the output of a stage go to the taker.</summary>
    public bool Accepts(StageModel stage, Taken taken) =>
        Accepts(stage.OutputType, taken)
        || (stage.Each is { ElementType: >= 0 and var result } && ResultForms.ResultOf(_model, taken) == result);

    /// <summary>
    /// Whether the stage runs for each element and the type of one result is, or converts to, the given type.
    /// </summary>
    public bool GivesAsResult(StageModel stage, int type) =>
        stage.Each is { ElementType: >= 0 and var result } && (result == type || _conversions.Exists(result, type));

    private void Add(int index, StageModel stage)
    {
        _outputs.Add(stage.OutputType, index);
        var element = _model.Types[stage.OutputType].Element;
        if (element >= 0)
        {
            _elements.Add(element, index);
            var inner = InnerElement(_model, element);
            if (inner >= 0)
            {
                _innerElements.Add(inner, index);
            }
        }

        if (stage.Each is { ElementType: >= 0 and var result })
        {
            _results.Add(result, index);
        }
    }

    // The part of a produced value that is taken: the value itself, its elements, or the elements of those.
    private int PartOf(int produced, Taken taken)
    {
        var element = taken.IsEach ? _model.Types[produced].Element : produced;
        return taken.Flatten && element >= 0 ? InnerElement(_model, element) : element;
    }

    // An inner collection must be a sequence; a stream or a memory does not qualify.
    private static int InnerElement(PipelineModel model, int collection) =>
        model.Types[collection].Collection is CollectionKind.Array or CollectionKind.List or CollectionKind.Enumerable
            ? model.Types[collection].Element
            : -1;
}
