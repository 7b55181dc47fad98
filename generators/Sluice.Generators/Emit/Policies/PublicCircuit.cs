namespace Sluice.Generators.Emit.Policies;

/// <summary>A circuit that the user of a pipeline sees.</summary>
/// <param name="Stage">The number of its stage in the pipeline.</param>
/// <param name="Name">The name of the property.</param>
/// <param name="Value">The expression that reads it.</param>
/// <param name="IsStatic">Whether it belongs to no instance.</param>
internal sealed record PublicCircuit(int Stage, string Name, string Value, bool IsStatic);
