using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Indexes the differences that binding ignores between types, by the types as emitted code writes them.
/// </summary>
internal sealed class DifferenceTable(PipelineModel model)
{
    private readonly Dictionary<(string From, string To, int Level), TypeDifference> _differences =
        model.Differences.ToDictionary(difference => (difference.From, difference.To, difference.Level));

    /// <summary>Returns the difference, or <see langword="null"/> if there is none.</summary>
    /// <param name="from">The producer's type, as emitted code writes it.</param>
    /// <param name="to">The type that is taken, as emitted code writes it.</param>
    /// <param name="level">The depth inside the producer's type at which values are taken.</param>
    public TypeDifference? Between(string from, string to, int level) =>
        _differences.TryGetValue((from, to, level), out var difference) ? difference : null;
}
