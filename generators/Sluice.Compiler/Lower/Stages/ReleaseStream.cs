namespace Sluice.Compiler.Lower;

/// <summary>The stream, which is handed to its reader.</summary>
internal sealed record ReleaseStream : Release;
