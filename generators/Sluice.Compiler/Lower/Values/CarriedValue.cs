namespace Sluice.Compiler.Lower;

/// <summary>The value that a loop carries.</summary>
/// <param name="Decision">The place of the stage that decides the loop.</param>
/// <param name="First">The value of the first round, or <see langword="null"/> if there is none.</param>
internal sealed record CarriedValue(Place Decision, TakenValue? First) : TakenValue
{
    /// <inheritdoc />
    public override IReadOnlyList<TakenValue> Producers => First?.Producers ?? [];
}
