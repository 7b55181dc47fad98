using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What a parameter or an output takes of its producer.</summary>
/// <param name="Type">The index of the type that it has.</param>
/// <param name="IsEach">Whether it takes the elements of what is produced.</param>
/// <param name="Flatten">Whether it takes the elements of the elements.</param>
internal readonly record struct Taken(int Type, bool IsEach = false, bool Flatten = false)
{
    /// <summary>What a parameter of a stage takes.</summary>
    public static Taken By(StageModel stage, ParameterModel parameter) =>
        new(parameter.Type, parameter.IsEach, parameter.IsEach && stage.Each is { Flatten: true });
}
