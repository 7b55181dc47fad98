namespace Sluice.Compiler.Model;

/// <summary>A parameter's <c>[Carried]</c>: it takes the value that a loop carries from one round to the next.</summary>
/// <param name="Loop">The name of the loop's decision as written, or <see langword="null"/> if the types select it.</param>
internal sealed record CarriedModel(string? Loop);
