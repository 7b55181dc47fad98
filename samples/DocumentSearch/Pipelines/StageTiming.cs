namespace DocumentSearch.Pipelines;

/// <summary>The time that a stage took.</summary>
/// <param name="Stage">The name of the stage.</param>
/// <param name="Runs">The number of its runs.</param>
/// <param name="Total">The total duration of its runs, which may have overlapped.</param>
/// <param name="Note">The reason why the stage did not run, or <see langword="null"/> if it did.</param>
internal sealed record StageTiming(string Stage, int Runs, TimeSpan Total, string? Note = null);
