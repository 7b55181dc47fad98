namespace Sluice.Compiler.Model;

/// <summary>A condition on a stage as the user wrote it.</summary>
/// <param name="Kind">The comparison that it makes.</param>
/// <param name="Name">The name of the stage, method or input whose value decides, as written.</param>
/// <param name="Values">
/// The constants to compare the value with. Empty for a comparison with <c>true</c> or <c>false</c> and for
/// <c>[Otherwise]</c>.
/// </param>
internal sealed record ConditionModel(ConditionKind Kind, string Name, EquatableArray<ConstantModel> Values);
