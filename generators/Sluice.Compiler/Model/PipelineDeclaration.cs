namespace Sluice.Compiler.Model;

/// <summary>The declaration with which the emitted part re-opens the pipeline's type.</summary>
/// <param name="Namespace">The namespace, or the empty string for the global one. Keywords are escaped.</param>
/// <param name="ContainingTypes">
/// The headers of the containing types, outermost first, such as <c>partial class Outer&lt;T&gt;</c>. Keywords are
/// escaped.
/// </param>
/// <param name="Header">The header of the type itself, such as <c>partial record Checkout&lt;T&gt;</c>.</param>
/// <param name="Self">The type's full name, valid anywhere in code: <c>global::Shop.Checkout&lt;T&gt;</c>.</param>
/// <param name="HintName">
/// A file name without extension for the emitted part. It is unique in the compilation and valid on every file system.
/// </param>
/// <param name="CanBeReopened">
/// Whether the type and all that contain it are partial; otherwise nothing can be emitted.
/// </param>
internal sealed record PipelineDeclaration(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Header,
    string Self,
    string HintName,
    bool CanBeReopened
)
{
    /// <summary>Whether the type is a record, so its fields take part in its equality.</summary>
    public bool IsRecord { get; init; }

    /// <summary>
    /// Whether a type named <c>var</c> is in scope, so <c>var</c> cannot declare a variable there.
    /// </summary>
    public bool HidesVar { get; init; }
}
