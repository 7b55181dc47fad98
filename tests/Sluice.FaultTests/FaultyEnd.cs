namespace Sluice.FaultTests;

/// <summary>How a run ended for its caller, whatever form its entry point gives that.</summary>
/// <param name="Values">The output, or the items that it streamed. Empty where there was none.</param>
/// <param name="Exception">What it ended with, or <see langword="null"/>.</param>
/// <param name="Report">What became of the stages, where the run tells.</param>
internal sealed record FaultyEnd(IReadOnlyList<int> Values, Exception? Exception, RunReport? Report);
