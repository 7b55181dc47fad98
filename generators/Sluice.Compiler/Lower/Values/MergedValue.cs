namespace Sluice.Compiler.Lower;

/// <summary>The first of several stages and inputs that has a value.</summary>
/// <param name="Sources">The stages and inputs, in order.</param>
internal sealed record MergedValue(IReadOnlyList<TakenValue> Sources) : TakenValue
{
    /// <inheritdoc />
    public override IReadOnlyList<TakenValue> Producers => Sources;
}
