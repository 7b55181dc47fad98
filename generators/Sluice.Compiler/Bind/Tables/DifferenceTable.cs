using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The differences between types that binding brings together without seeing them, by how the types are written.</summary>
internal sealed class DifferenceTable(PipelineModel model)
{
    private readonly Dictionary<(string From, string To, int Level), TypeDifference> _differences =
        model.Differences.ToDictionary(difference => (difference.From, difference.To, difference.Level));

    /// <summary>The difference, or <see langword="null"/> where there is none.</summary>
    /// <param name="from">The type of the producer, as code writes it.</param>
    /// <param name="to">The type that is taken, as code writes it.</param>
    /// <param name="level">How deep inside of the producer it is taken.</param>
    public TypeDifference? Between(string from, string to, int level) =>
        _differences.TryGetValue((from, to, level), out var difference) ? difference : null;
}
