namespace Sluice.Compiler.Lower;

/// <summary>An input of the entry point.</summary>
/// <param name="Input">The position among the inputs.</param>
internal sealed record InputValue(int Input) : TakenValue;
