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
);
