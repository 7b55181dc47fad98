namespace Sluice.Compiler.Lower;

/// <summary>The end of the run, if nothing else is under way.</summary>
internal sealed record ReleaseEnd : Release;
