namespace Sluice.Compiler.Model;

/// <summary>A method that is no stage, and could be the one that makes an output.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OutputType">The index of the type that it returns.</param>
/// <param name="ParameterTypes">The indexes of the types that it needs others to produce.</param>
internal sealed record UnmarkedMethod(string Name, int OutputType, EquatableArray<int> ParameterTypes);
