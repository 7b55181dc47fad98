namespace Sluice.Compiler.Bind;

/// <summary>What a parameter or an output is bound to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">The position of the stage in its graph, or of the input in its entry point; otherwise 0.</param>
internal readonly record struct Binding(BindingKind Kind, int Index = 0);
