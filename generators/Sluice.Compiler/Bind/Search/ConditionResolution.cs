using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What a condition of a stage resolves to in one entry point.</summary>
/// <param name="Source">The search for the stage, method or input that it names.</param>
/// <param name="Values">The constants that the value is compared with: at least one unless something is wrong.</param>
/// <param name="IsNegated">Whether the value must be none of them, rather than one.</param>
/// <param name="Mistake">Why what was found cannot be compared so, and the remedy; otherwise <see langword="null"/>.</param>
internal sealed record ConditionResolution(
    Resolution Source,
    EquatableArray<ConstantModel> Values,
    bool IsNegated,
    string? Mistake
)
{
    public bool IsBound => Source.IsBound && Mistake is null;

    /// <summary>The stage or method whose value decides, by its index in the model, or -1 where that is an input.</summary>
    public int Stage => IsBound && Source.Binding.Kind == BindingKind.Stage ? Source.Binding.Index : -1;
}
