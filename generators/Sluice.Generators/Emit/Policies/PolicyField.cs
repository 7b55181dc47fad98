namespace Sluice.Generators.Emit.Policies;

/// <summary>A field that keeps state of a policy beyond a call.</summary>
/// <param name="Type">Its type as code writes it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Initializer">The expression that initializes it.</param>
internal sealed record PolicyField(string Type, string Name, string Initializer);
