using DocumentSearch.Pipelines;

namespace DocumentSearch.Display;

/// <summary>The timings of a pipeline.</summary>
/// <param name="Title">The work of the pipeline.</param>
/// <param name="Duration">The total duration, or <see langword="null"/> if there is no single one.</param>
/// <param name="Stages">The timings of the stages.</param>
internal sealed record TimingGroup(string Title, TimeSpan? Duration, IReadOnlyList<StageTiming> Stages);
