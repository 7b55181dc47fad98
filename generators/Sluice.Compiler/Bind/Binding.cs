using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>The origin of the value of a parameter or an output.</summary>
/// <param name="Kind">The kind of origin.</param>
/// <param name="Index">
/// The position in its graph of the stage, or of the decision of the loop that carries the value; the position of the
/// input in its entry point; otherwise 0.
/// </param>
internal sealed record Binding(BindingKind Kind, int Index = 0)
{
    /// <summary>
    /// The stages and inputs of a merge, of which the first that has a value provides it; the stages of a list; the origin
    /// of the first value that a loop carries, if there is one. Empty for other bindings.
    /// </summary>
    public EquatableArray<Binding> Sources { get; init; }

    /// <summary>Whether the value is a collection whose elements the parameter takes one by one.</summary>
    public bool IsEach { get; init; }

    /// <summary>
    /// The stages and inputs that may provide the value: the sources of a merge, of a list or of the first value that a loop
    /// carries, otherwise the binding itself.
    /// </summary>
    public IEnumerable<Binding> Producers =>
        Kind switch
        {
            BindingKind.Merge or BindingKind.All => Sources,
            BindingKind.Carried => Sources.SelectMany(source => source.Producers),
            _ => [this],
        };
}
