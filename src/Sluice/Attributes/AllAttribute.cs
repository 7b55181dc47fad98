namespace Sluice;

/// <summary>Makes a stage's parameter a list of the values of every stage whose output has the type of its elements.</summary>
/// <remarks>
/// <para>
/// The parameter is an <see cref="IReadOnlyList{T}"/>, an <see cref="IReadOnlyCollection{T}"/>, an
/// <see cref="IEnumerable{T}"/> or an array. It contains the values in the order in which the stages are declared. A
/// stage counts if its output is of type <c>T</c> or has an implicit reference conversion to it. Inputs, stages that
/// return a collection, and the stage itself do not count. A stage that runs for each element contributes its results.
/// </para>
/// <para>
/// Values that are absent are left out. As <see cref="Optional{T}"/> or <see cref="Outcome{T}"/> elements, they are part
/// of the list. The parameter of an effect contains only the values of stages that run without it. The list is allocated
/// whenever the stage runs.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class AllAttribute : Attribute;
