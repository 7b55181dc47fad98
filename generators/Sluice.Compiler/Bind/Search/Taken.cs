using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The value that a parameter or an output takes from its producer.</summary>
/// <param name="Type">The index of the type of the parameter or output.</param>
/// <param name="IsEach">Whether it takes the elements of the produced value.</param>
/// <param name="Flatten">Whether it takes the elements of the elements.</param>
internal readonly record struct Taken(int Type, bool IsEach = false, bool Flatten = false)
{
    /// <summary>Returns the value that a parameter of a stage takes.</summary>
    public static Taken By(StageModel stage, ParameterModel parameter) =>
        new(parameter.Type, parameter.IsEach, parameter.IsEach && stage.Each is { Flatten: true });
}
