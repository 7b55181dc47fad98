namespace AotProgram;

internal sealed record Freight(string Name);
