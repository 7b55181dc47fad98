namespace Sluice.Compiler.Model;

/// <summary>How the emitted part of a pipeline re-opens the type.</summary>
/// <param name="Namespace">The namespace, or the empty string for the global one. Keywords are escaped.</param>
/// <param name="ContainingTypes">
/// The headers of the containing types, outermost first, such as <c>partial class Outer&lt;T&gt;</c>. Keywords are escaped.
/// </param>
/// <param name="Header">The header of the type itself, such as <c>partial record Checkout&lt;T&gt;</c>.</param>
/// <param name="Self">The type as code refers to it anywhere: <c>global::Shop.Checkout&lt;T&gt;</c>.</param>
/// <param name="HintName">A file name for the emitted part, without an ending: unique in the compilation, valid on every disk.</param>
/// <param name="CanBeReopened">Whether the type and all that contain it are partial; otherwise nothing can be emitted.</param>
internal sealed record PipelineDeclaration(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Header,
    string Self,
    string HintName,
    bool CanBeReopened
)
{
    /// <summary>Whether the type is a record, so that its fields take part in its equality.</summary>
    public bool IsRecord { get; init; }

    /// <summary>Whether a type of the name <c>var</c> is in scope, so that the word declares nothing there.</summary>
    public bool HidesVar { get; init; }
}
