namespace DocumentSearch.Pipelines;

/// <summary>What a stage took.</summary>
/// <param name="Runs">How often it ran.</param>
/// <param name="Total">How long all its runs took together; runs may have overlapped.</param>
internal sealed record StageTiming(int Runs, TimeSpan Total);
