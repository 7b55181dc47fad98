namespace Sluice.Compiler.Model;

/// <summary>The type of a value that passes between stages.</summary>
/// <param name="Identity">
/// The text that binding compares: the fully qualified name without nullability of references and without tuple element
/// names.
/// </param>
/// <param name="DisplayName">The type as a message shows it: short and in C# syntax.</param>
/// <param name="NullableUnderlying">
/// The index of <c>T</c> if the type is <c>T?</c> of a value type; otherwise -1.
/// </param>
/// <param name="HoldsReferences">
/// Whether a value is or may contain a reference, so a pooled run must clear it.
/// </param>
/// <param name="MayKeepToken">
/// Whether a value is likely to keep the run's token alive: a stream, an asynchronous sequence or a delegate.
/// </param>
internal sealed record TypeModel(
    string Identity,
    string DisplayName,
    int NullableUnderlying,
    bool HoldsReferences,
    bool MayKeepToken
)
{
    /// <summary>The visibility of the type, including the types that contain it and its type arguments.</summary>
    public TypeVisibility Visibility { get; init; }

    /// <summary>
    /// The index of the element type of a collection or stream; otherwise -1. A <c>string</c> is a single value.
    /// </summary>
    public int Element { get; init; } = -1;

    /// <summary>The way in which its elements are enumerated.</summary>
    public CollectionKind Collection { get; init; }

    /// <summary>
    /// The form that an <c>Optional&lt;T&gt;</c> or <c>Outcome&lt;T&gt;</c> stands for; otherwise
    /// <see cref="ValueForm.Plain"/>.
    /// </summary>
    public ValueForm Form { get; init; }

    /// <summary>
    /// The index of <c>T</c> if the type is <c>Optional&lt;T&gt;</c> or <c>Outcome&lt;T&gt;</c>; otherwise -1.
    /// </summary>
    public int FormOf { get; init; } = -1;

    /// <summary>The kind of route that its values can form.</summary>
    public RouteKind Route { get; init; }

    /// <summary>The named members of an enum, one for each value, in declaration order; otherwise empty.</summary>
    public EquatableArray<ConstantModel> Members { get; init; }

    /// <summary>Whether it is exactly <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    public bool IsStream { get; init; }
}
