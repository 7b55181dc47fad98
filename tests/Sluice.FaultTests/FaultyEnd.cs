namespace Sluice.FaultTests;

/// <summary>The end of a run as its caller sees it, in the same form for every entry point.</summary>
/// <param name="Values">The output, or the streamed items. Empty if there was no output.</param>
/// <param name="Exception">The exception that ended the run, or <see langword="null"/>.</param>
/// <param name="Report">The report on the stages, if the entry point returns one.</param>
internal sealed record FaultyEnd(IReadOnlyList<int> Values, Exception? Exception, RunReport? Report);
