namespace Sluice.Compiler.Lower;

/// <summary>An input by whose value stages run.</summary>
/// <param name="Input">The position among the inputs.</param>
/// <param name="Check">The check of its value.</param>
internal sealed record RouteInput(int Input, RouteCheck Check);
