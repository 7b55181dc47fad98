namespace Sluice.Compiler.Bind;

/// <summary>A parameter or an output that takes the value of a producer.</summary>
/// <param name="Stage">The index of the stage that has the parameter, or -1 for an output.</param>
/// <param name="Position">The position of the parameter or output.</param>
/// <param name="Taken">The value that it takes.</param>
internal readonly record struct Receiver(int Stage, int Position, Taken Taken);
