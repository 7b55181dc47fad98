namespace Sluice.DifferentialTests.Graphs;

/// <summary>A parameter of a stage that depends on something.</summary>
/// <param name="Producer">The id of a stage, or <see cref="RunInput"/> or <see cref="SeedInput"/>.</param>
/// <param name="Style">How the parameter says so.</param>
public sealed record Argument(int Producer, ArgumentStyle Style)
{
    public const int RunInput = -1;
    public const int SeedInput = -2;
}
