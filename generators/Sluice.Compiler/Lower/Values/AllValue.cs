using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>A list of the values of several stages.</summary>
/// <param name="Sources">The stages, in declaration order.</param>
/// <param name="Form">The form in which the list holds a value that may be absent.</param>
/// <param name="Element">The type of one value.</param>
internal sealed record AllValue(IReadOnlyList<CollectedValue> Sources, ValueForm Form, ValueTarget Element) : TakenValue
{
    /// <inheritdoc />
    public override IReadOnlyList<TakenValue> Producers => [.. Sources.Select(source => source.Stage)];
}
