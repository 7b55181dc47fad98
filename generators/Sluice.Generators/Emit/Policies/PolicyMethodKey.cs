namespace Sluice.Generators.Emit.Policies;

/// <summary>What tells the methods apart that call the stages of a pipeline with their policies.</summary>
/// <param name="Stage">The number of the stage in the pipeline.</param>
/// <param name="Index">Its number in the run.</param>
/// <param name="IsStatic">Whether the entry point is static.</param>
/// <param name="Arguments">The kinds of what its parameters get: the method takes those that have a value of the run.</param>
internal readonly record struct PolicyMethodKey(int Stage, int Index, bool IsStatic, string Arguments);
