namespace Sluice.Generators.Emit.Policies;

/// <summary>Something that a policy keeps beyond a call.</summary>
/// <param name="Type">Its type as code writes it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Initializer">What it is made with.</param>
internal sealed record PolicyField(string Type, string Name, string Initializer);
