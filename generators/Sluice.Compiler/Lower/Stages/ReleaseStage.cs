namespace Sluice.Compiler.Lower;

/// <summary>A stage that waits for this one.</summary>
/// <param name="Stage">Its place.</param>
internal sealed record ReleaseStage(Place Stage) : Release;
