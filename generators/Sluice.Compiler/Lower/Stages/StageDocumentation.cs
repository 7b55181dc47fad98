namespace Sluice.Compiler.Lower;

/// <summary>The part of an entry point's documentation that describes a stage.</summary>
/// <param name="Takes">The names of the stages and inputs whose values it takes.</param>
/// <param name="After">The names of the other stages that it waits for.</param>
internal sealed record StageDocumentation(IReadOnlyList<string> Takes, IReadOnlyList<string> After);
