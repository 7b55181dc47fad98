using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The values of one route that the stages of a pipeline name with <c>[When]</c>.</summary>
internal sealed class RouteBranches
{
    private const int SeveralStages = -1;

    private readonly List<(ConstantModel Value, int Stage)> _values = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Adds a value that a stage names.</summary>
    public void Add(ConstantModel value, int stage)
    {
        if (!_positions.TryGetValue(value.Key, out var position))
        {
            _positions.Add(value.Key, _values.Count);
            _values.Add((value, stage));
        }
        else if (_values[position].Stage != stage)
        {
            _values[position] = (_values[position].Value, SeveralStages);
        }
    }

    /// <summary>Returns the values that stages other than the given one name, each once.</summary>
    public EquatableArray<ConstantModel> WithoutThoseOf(int stage) =>
        _values.Where(value => value.Stage != stage).Select(value => value.Value).ToEquatableArray();
}
