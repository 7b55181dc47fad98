namespace Sluice.Compiler.Lower;

/// <summary>The check of a value by which stages run, made before anything else takes the value.</summary>
/// <param name="Patterns">
/// The patterns of which one must match: the named members of an enum, or types. If there are none, the value must not
/// be null.
/// </param>
/// <param name="IsByType">Whether stages run by the type of the value.</param>
internal sealed record RouteCheck(IReadOnlyList<string> Patterns, bool IsByType);
