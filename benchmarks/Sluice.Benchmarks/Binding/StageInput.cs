namespace Sluice.Benchmarks.Binding;

/// <summary>A value that a stage takes.</summary>
/// <param name="Type">The parameter's type, with its attributes.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Amount">An expression of the number in the value.</param>
internal sealed record StageInput(string Type, string Name, string Amount);
