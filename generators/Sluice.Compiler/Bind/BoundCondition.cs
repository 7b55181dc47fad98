using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A comparison of the value of a stage or input with constants.</summary>
/// <param name="Source">The stage or input.</param>
/// <param name="Values">The constants, at least one. For a <c>bool</c>, it is <c>true</c> or <c>false</c>.</param>
/// <param name="IsNegated">Whether the value must equal none of the constants instead of one of them.</param>
internal sealed record BoundCondition(Binding Source, EquatableArray<ConstantModel> Values, bool IsNegated);
