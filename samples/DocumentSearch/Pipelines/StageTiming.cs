namespace DocumentSearch.Pipelines;

/// <summary>What a stage took.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Runs">How often it ran.</param>
/// <param name="Total">How long all its runs took together; runs may have overlapped.</param>
/// <param name="Note">Why it did not run, or <see langword="null"/> where it did.</param>
internal sealed record StageTiming(string Stage, int Runs, TimeSpan Total, string? Note = null);
