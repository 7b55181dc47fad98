using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Indexes stages by one of their types: that of their output, of its elements, or of a single result.
/// </summary>
internal sealed class ProducerIndex(PipelineModel model, ConversionTable conversions)
{
    private readonly Dictionary<int, ProducerGroup> _identical = [];
    private readonly Dictionary<int, ProducerGroup> _convertible = [];
    private readonly ProducerGroup _none = new(model);

    /// <summary>Adds a stage. Stages must be added in declaration order.</summary>
    public void Add(int type, int stage)
    {
        if (!_identical.TryGetValue(type, out var group))
        {
            _identical.Add(type, group = new ProducerGroup(model));
        }

        group.Add(stage);
    }

    /// <summary>Returns the stages that have exactly the type.</summary>
    public ProducerGroup Identical(int type) => _identical.TryGetValue(type, out var group) ? group : _none;

    /// <summary>Returns the stages with another type that has an implicit reference conversion to this one.</summary>
    public ProducerGroup Convertible(int type)
    {
        var types = conversions.To(type);
        if (types.Count == 0)
        {
            return _none;
        }

        if (!_convertible.TryGetValue(type, out var group))
        {
            _convertible.Add(type, group = new ProducerGroup(model));
            foreach (var stage in types.SelectMany(from => Identical(from).Stages).OrderBy(stage => stage))
            {
                group.Add(stage);
            }
        }

        return group;
    }
}
