namespace Sluice.Compiler.Model;

/// <summary>A method that is not marked as a stage but could be the intended producer of an output.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OutputType">The index of the type that it returns.</param>
/// <param name="ParameterTypes">The indexes of the types that other stages must produce for it.</param>
internal sealed record UnmarkedMethod(string Name, int OutputType, EquatableArray<int> ParameterTypes);
