using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>A merge that a stage need not wait for in full: once a source has a value, and all before it have none, it is known.</summary>
/// <param name="Sources">The places of its sources in their order, or -1 for an input.</param>
internal sealed record PlannedMerge(EquatableArray<int> Sources)
{
    /// <summary>How many sources it may have: a set of them fits a positive <c>int</c>. Of more, all are waited for.</summary>
    public const int MostSources = 31;
}
