namespace Sluice.Generators.Emit.Policies;

/// <summary>The names of the members that are emitted for a stage with policies.</summary>
/// <param name="Method">The method that calls it.</param>
/// <param name="Call">The struct that represents its call to interceptors. Empty if it has no interceptors.</param>
internal readonly record struct PolicyMethodNames(string Method, string Call);
