using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>The result of resolving a condition of a stage in one entry point.</summary>
/// <param name="Source">The resolution of the stage, method or input that it names.</param>
/// <param name="Values">
/// The constants that the value is compared with: at least one unless the condition is invalid.
/// </param>
/// <param name="IsNegated">Whether the value must equal none of the constants instead of one of them.</param>
/// <param name="Mistake">
/// The reason why the value cannot be compared in this way, with the remedy; otherwise <see langword="null"/>.
/// </param>
internal sealed record ConditionResolution(
    Resolution Source,
    EquatableArray<ConstantModel> Values,
    bool IsNegated,
    string? Mistake
)
{
    /// <summary>The rule that the mistake breaks. Its message depends on the rule.</summary>
    public Rule MistakenRule { get; init; } = Rule.InvalidCondition;

    public bool IsBound => Source.IsBound && Mistake is null;

    /// <summary>The index of the stage or method whose value decides, or -1 if an input decides.</summary>
    public int Stage => IsBound && Source.Binding.Kind == BindingKind.Stage ? Source.Binding.Index : -1;
}
