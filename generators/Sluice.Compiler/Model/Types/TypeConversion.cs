namespace Sluice.Compiler.Model;

/// <summary>An implicit reference conversion between two different types of a <see cref="PipelineModel"/>.</summary>
/// <param name="From">The index of the producer's type.</param>
/// <param name="To">The index of the parameter's type.</param>
internal readonly record struct TypeConversion(int From, int To);
