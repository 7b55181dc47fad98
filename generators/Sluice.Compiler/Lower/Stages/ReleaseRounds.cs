namespace Sluice.Compiler.Lower;

/// <summary>The stages that a guard has run again, if it has not passed. Nothing else is released then.</summary>
internal sealed record ReleaseRounds : Release;
