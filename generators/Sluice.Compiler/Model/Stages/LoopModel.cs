using System.Globalization;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Model;

/// <summary>The loop that a stage decides.</summary>
/// <param name="MaxRounds">The maximum number of rounds.</param>
/// <param name="First">The name of the producer of the first carried value as written, or <see langword="null"/>.</param>
/// <param name="From">The names of further stages at which the body begins, as written.</param>
/// <param name="Exhausted">
/// The method that provides the result after the last round, or <see langword="null"/> if the decision then fails.
/// </param>
/// <param name="StateType">The index of the type of the carried value, or -1 if the loop carries nothing.</param>
/// <param name="StateTypeName">The type of the carried value as emitted code writes it; empty if there is none.</param>
/// <param name="ReturnTypeName">The type of the decision's answer as emitted code writes it.</param>
internal sealed record LoopModel(
    int MaxRounds,
    string? First,
    EquatableArray<string> From,
    PolicyMethodModel? Exhausted,
    int StateType,
    string StateTypeName,
    string ReturnTypeName
)
{
    /// <summary>Whether the attribute is missing or not valid, which is reported.</summary>
    public bool IsRefused { get; init; }

    /// <summary>
    /// Whether the stage does not return the answer of a decision, which is reported, so that it is unknown what the loop
    /// carries.
    /// </summary>
    public bool HasUnknownType { get; init; }

    /// <summary>Whether the loop carries a value.</summary>
    public bool HasState => StateType >= 0;

    /// <summary>The loop in the form of its attribute.</summary>
    public string Display =>
        PolicyDisplay.Of("Loop", $"MaxRounds = {MaxRounds.ToString(CultureInfo.InvariantCulture)}");
}
