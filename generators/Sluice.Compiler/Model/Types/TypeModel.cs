namespace Sluice.Compiler.Model;

/// <summary>A type of a value that passes between stages.</summary>
/// <param name="Identity">
/// What binding compares: fully qualified, without nullability of references and without tuple element names.
/// </param>
/// <param name="DisplayName">The type as a message shows it: short, as C# writes it.</param>
/// <param name="NullableUnderlying">For <c>T?</c> of a value type the index of <c>T</c>, otherwise -1.</param>
/// <param name="HoldsReferences">Whether a value of it is or may contain a reference, so that a pooled run must clear it.</param>
/// <param name="MayKeepToken">
/// Whether a value of it could keep the run's token alive as a matter of course: a stream, an asynchronous sequence, a delegate.
/// </param>
internal sealed record TypeModel(
    string Identity,
    string DisplayName,
    int NullableUnderlying,
    bool HoldsReferences,
    bool MayKeepToken
)
{
    /// <summary>Who can see the type, with the types that contain it and its type arguments.</summary>
    public TypeVisibility Visibility { get; init; }

    /// <summary>For a collection or stream the index of its elements' type, otherwise -1. A <c>string</c> is no collection.</summary>
    public int Element { get; init; } = -1;

    /// <summary>How one goes through its elements.</summary>
    public CollectionKind Collection { get; init; }

    /// <summary>For <c>Optional&lt;T&gt;</c> and <c>Outcome&lt;T&gt;</c> which of them it is, otherwise plain.</summary>
    public ValueForm Form { get; init; }

    /// <summary>For <c>Optional&lt;T&gt;</c> and <c>Outcome&lt;T&gt;</c> the index of <c>T</c>, otherwise -1.</summary>
    public int FormOf { get; init; } = -1;

    /// <summary>As what its values can decide which stages run.</summary>
    public RouteKind Route { get; init; }

    /// <summary>Of an enum its named members, one for each value, in order of declaration. Otherwise empty.</summary>
    public EquatableArray<ConstantModel> Members { get; init; }

    /// <summary>Whether it is exactly <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    public bool IsStream { get; init; }
}
