namespace Sluice.DifferentialTests.Probing;

/// <summary>What a run's stages wrote down.</summary>
/// <param name="Trace">What happened, in order.</param>
/// <param name="Problems">What must not have happened.</param>
public sealed record RunRecord(IReadOnlyList<TraceEvent> Trace, IReadOnlyList<string> Problems);
