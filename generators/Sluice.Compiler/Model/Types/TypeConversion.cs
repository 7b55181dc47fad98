namespace Sluice.Compiler.Model;

/// <summary>An implicit reference conversion between two different types of a <see cref="PipelineModel"/>.</summary>
/// <param name="From">The index of the type that a producer has.</param>
/// <param name="To">The index of the type that a parameter has.</param>
internal readonly record struct TypeConversion(int From, int To);
