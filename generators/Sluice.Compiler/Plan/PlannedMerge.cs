using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>
/// A merge for which a stage need not wait in full. It is decided when a source has a value and all earlier sources are
/// known to have none.
/// </summary>
/// <param name="Sources">The places of its sources in order, with -1 for an input.</param>
internal sealed record PlannedMerge(EquatableArray<int> Sources)
{
    /// <summary>
    /// The maximum number of sources, so that a set of them fits a positive <c>int</c>. A stage waits for all sources
    /// of a longer merge.
    /// </summary>
    public const int MostSources = 31;
}
