namespace Sluice.DifferentialTests.Branching.Probing;

/// <summary>An entry of a run's trace.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Stage">The stage that it happened to.</param>
/// <param name="Element">The element that it happened with, if the stage runs for each.</param>
/// <param name="Arguments">What the stage was given.</param>
/// <param name="Exception">What the stage failed with.</param>
public sealed record Entry(
    Happening Kind,
    int Stage = 0,
    string? Element = null,
    IReadOnlyList<Seen>? Arguments = null,
    Exception? Exception = null
)
{
    public override string ToString() =>
        Kind == Happening.Idle
            ? "-"
            : $"{Kind} S{Stage}{(Element is null ? "" : $"<{Element}>")}"
                + $"{(Arguments is null ? "" : $"({string.Join(", ", Arguments)})")}"
                + $"{(Exception is null ? "" : $" ({Exception.GetType().Name})")}";
}
