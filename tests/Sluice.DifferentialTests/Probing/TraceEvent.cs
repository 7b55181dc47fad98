namespace Sluice.DifferentialTests.Probing;

/// <summary>An entry of a run's trace.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Stage">The stage that it happened to.</param>
/// <param name="Exception">What the stage failed with.</param>
public readonly record struct TraceEvent(EventKind Kind, int Stage = -1, Exception? Exception = null)
{
    public override string ToString() =>
        Stage < 0 ? $"{Kind}" : $"{Kind} S{Stage}{(Exception is null ? "" : $" ({Exception.GetType().Name})")}";
}
