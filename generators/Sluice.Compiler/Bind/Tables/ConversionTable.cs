using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Indexes the implicit reference conversions of a pipeline by their target type.</summary>
internal sealed class ConversionTable
{
    private readonly Dictionary<int, List<int>> _sources = [];
    private readonly HashSet<TypeConversion> _conversions;

    public ConversionTable(PipelineModel model)
    {
        _conversions = [.. model.Conversions];
        foreach (var conversion in model.Conversions)
        {
            if (!_sources.TryGetValue(conversion.To, out var types))
            {
                _sources.Add(conversion.To, types = []);
            }

            types.Add(conversion.From);
        }
    }

    public bool Exists(int from, int to) => _conversions.Contains(new TypeConversion(from, to));

    /// <summary>Returns the types that convert to a type.</summary>
    public IReadOnlyList<int> To(int type) => _sources.TryGetValue(type, out var types) ? types : [];
}
