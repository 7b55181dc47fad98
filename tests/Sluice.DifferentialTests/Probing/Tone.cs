namespace Sluice.DifferentialTests.Probing;

/// <summary>An enum by which pipelines branch.</summary>
public enum Tone
{
    Red,
    Green,
    Blue,
}
