namespace Sluice.Generators.Emit.Policies;

/// <summary>The names of what is emitted for a stage with policies.</summary>
/// <param name="Method">The method that calls it.</param>
/// <param name="Call">The struct that is its call to interceptors; empty where it has none.</param>
internal readonly record struct PolicyMethodNames(string Method, string Call);
