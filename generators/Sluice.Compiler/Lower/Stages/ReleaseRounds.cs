namespace Sluice.Compiler.Lower;

/// <summary>The stages that a guard or a loop has run again, if there is a further round. Nothing else is released then.</summary>
internal sealed record ReleaseRounds : Release;
