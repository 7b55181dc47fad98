namespace Sluice.Compiler.Model;

/// <summary>The values that a parameter with <c>[All]</c> collects.</summary>
/// <param name="Type">The index of the type of one value.</param>
/// <param name="TypeName">The type of one value as emitted code writes it.</param>
/// <param name="Form">The form in which the list holds a value that may be absent.</param>
internal sealed record AllModel(int Type, string TypeName, ValueForm Form);
