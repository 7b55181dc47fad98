namespace Sluice.Compiler.Model;

/// <summary>How long a stage may take.</summary>
/// <param name="Attempt">The limit of each attempt in ticks, or 0.</param>
/// <param name="Total">The limit of all attempts together in ticks, or 0.</param>
internal sealed record TimeoutModel(long Attempt, long Total);
