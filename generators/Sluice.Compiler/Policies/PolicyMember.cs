namespace Sluice.Compiler.Policies;

/// <summary>A field or property that a policy names.</summary>
/// <param name="Name">Its name, without keyword escaping.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="IsOnPipeline">
/// Whether it belongs to the pipeline itself; otherwise to the type that declares the stage.
/// </param>
internal readonly record struct PolicyMember(string Name, bool IsStatic, bool IsOnPipeline = false);
