using DocumentSearch.Pipelines;

namespace DocumentSearch.Display;

/// <summary>The timings of a pipeline.</summary>
/// <param name="Title">What the pipeline did.</param>
/// <param name="Duration">How long it took from beginning to end, if that is one time.</param>
/// <param name="Timings">What its stages took.</param>
internal sealed record TimingGroup(string Title, TimeSpan? Duration, IReadOnlyList<StageTiming> Stages);
