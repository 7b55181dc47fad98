namespace Sluice.Generators.Emit;

/// <summary>A type as a value has it or as somebody takes it.</summary>
/// <param name="Type">The index of the type.</param>
/// <param name="Name">The type as code writes it.</param>
internal readonly record struct ValueTarget(int Type, string Name)
{
    /// <summary>The type as a cast writes it.</summary>
    public string CastName => Name is "dynamic" or "dynamic?" ? "object" : Name;
}
