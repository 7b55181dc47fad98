namespace Sluice.DifferentialTests.Probing;

/// <summary>An entry of a run's trace.</summary>
/// <param name="Kind">The event.</param>
/// <param name="Call">The call that it happened to; <see langword="null"/> if it concerns the whole run.</param>
/// <param name="Exception">The exception that the call threw, or that the run was about to end with when the call was undone.</param>
public sealed record Entry(Happening Kind, Invocation? Call = null, Exception? Exception = null)
{
    /// <summary>The id of the stage, or -1.</summary>
    public int Stage => Call?.Stage ?? -1;

    /// <summary>The element that the stage is called with, if it runs for each.</summary>
    public string? Element => Call?.Element;

    public override string ToString() =>
        Call is null
            ? $"{Kind}"
            : $"{Kind} {Call}{(Element is null ? "" : $"<{Element}>")}"
                + $"{(Kind == Happening.Started ? $"({string.Join(", ", Call.Arguments)})" : "")}"
                + $"{(Exception is null ? "" : $" ({Exception.GetType().Name} {Exception.Message})")}";
}
