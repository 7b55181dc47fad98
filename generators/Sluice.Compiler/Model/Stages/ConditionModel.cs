namespace Sluice.Compiler.Model;

/// <summary>A condition on a stage as it was written.</summary>
/// <param name="Kind">How it is compared.</param>
/// <param name="Name">The name of the stage, method or input whose value decides, as written.</param>
/// <param name="Values">The constants it is compared with. Empty where it is compared with <c>true</c>, and with <c>[Otherwise]</c>.</param>
internal sealed record ConditionModel(ConditionKind Kind, string Name, EquatableArray<ConstantModel> Values);
