namespace Sluice.Compiler.Bind;

/// <summary>A parameter or an output that takes the value of a producer.</summary>
/// <param name="Stage">The stage whose parameter it is, by its index in the model, or -1 for an output.</param>
/// <param name="Position">The position of the parameter or output.</param>
/// <param name="Taken">What it takes.</param>
internal readonly record struct Receiver(int Stage, int Position, Taken Taken);
