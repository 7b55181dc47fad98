using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A comparison of the value of a stage or input with constants.</summary>
/// <param name="Source">The stage or input.</param>
/// <param name="Values">The constants, at least one; of a bool, <c>true</c> or <c>false</c>.</param>
/// <param name="IsNegated">Whether it must have none of them, rather than one.</param>
internal sealed record BoundCondition(Binding Source, EquatableArray<ConstantModel> Values, bool IsNegated);
