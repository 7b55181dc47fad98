using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The origin of the value of a parameter or an output.</summary>
/// <param name="Kind">The kind of origin.</param>
/// <param name="Index">The position of the stage in its graph, or of the input in its entry point; otherwise 0.</param>
internal sealed record Binding(BindingKind Kind, int Index = 0)
{
    /// <summary>
    /// The stages and inputs of a merge, of which the first that has a value provides it, or the stages of a list. Empty
    /// for other bindings.
    /// </summary>
    public EquatableArray<Binding> Sources { get; init; }

    /// <summary>Whether the value is a collection whose elements the parameter takes one by one.</summary>
    public bool IsEach { get; init; }

    /// <summary>
    /// The stages and inputs that may provide the value: the sources of a merge or list, otherwise the binding itself.
    /// </summary>
    public IEnumerable<Binding> Producers => Kind is BindingKind.Merge or BindingKind.All ? Sources : [this];
}
