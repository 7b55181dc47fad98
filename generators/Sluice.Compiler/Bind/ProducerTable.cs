using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The stages of a pipeline by what they produce. One table serves all its entry points.</summary>
internal sealed class ProducerTable
{
    private readonly PipelineModel _model;
    private readonly Dictionary<int, ProducerGroup> _identical = [];
    private readonly Dictionary<int, ProducerGroup> _convertible = [];
    private readonly Dictionary<int, List<int>> _convertibleTypes = [];
    private readonly HashSet<TypeConversion> _conversions;
    private readonly ProducerGroup _none;

    public ProducerTable(PipelineModel model)
    {
        _model = model;
        _none = new ProducerGroup(model);
        _conversions = [.. model.Conversions];
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            var type = model.Stages[stage].OutputType;
            if (type >= 0)
            {
                if (!_identical.TryGetValue(type, out var group))
                {
                    _identical.Add(type, group = new ProducerGroup(model));
                }

                group.Add(stage);
            }
        }

        foreach (var conversion in model.Conversions)
        {
            if (!_convertibleTypes.TryGetValue(conversion.To, out var types))
            {
                _convertibleTypes.Add(conversion.To, types = []);
            }

            types.Add(conversion.From);
        }
    }

    /// <summary>The stages whose output has exactly the type.</summary>
    public ProducerGroup Identical(int type) => _identical.TryGetValue(type, out var group) ? group : _none;

    /// <summary>The stages whose output has another type, with an implicit reference conversion to this one.</summary>
    public ProducerGroup Convertible(int type)
    {
        if (!_convertibleTypes.TryGetValue(type, out var types))
        {
            return _none;
        }

        if (!_convertible.TryGetValue(type, out var group))
        {
            _convertible.Add(type, group = new ProducerGroup(_model));
            foreach (var stage in types.SelectMany(from => Identical(from).Stages).OrderBy(stage => stage))
            {
                group.Add(stage);
            }
        }

        return group;
    }

    public bool IsConvertible(int from, int to) => _conversions.Contains(new TypeConversion(from, to));

    /// <summary>Whether a value of the one type may go where the other is asked for, by whichever rule.</summary>
    public bool Accepts(int from, int to) =>
        from >= 0 && (from == to || IsConvertible(from, to) || _model.Types[to].NullableUnderlying == from);
}
