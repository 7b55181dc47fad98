using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>What a parameter or an output is bound to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">The position of the stage in its graph, or of the input in its entry point; otherwise 0.</param>
internal sealed record Binding(BindingKind Kind, int Index = 0)
{
    /// <summary>Of a merge the stages and inputs in their order: the first that has a value gives it. Otherwise empty.</summary>
    public EquatableArray<Binding> Sources { get; init; }

    /// <summary>Whether it stands for a collection of which the parameter takes one element after the other.</summary>
    public bool IsEach { get; init; }

    /// <summary>The stages and inputs that the value may come from: the sources of a merge, or else the binding itself.</summary>
    public IEnumerable<Binding> Producers => Kind == BindingKind.Merge ? Sources : [this];
}
