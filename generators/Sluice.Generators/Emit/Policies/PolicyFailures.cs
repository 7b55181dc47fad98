namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes what tells the exceptions apart that policies see.</summary>
internal static class PolicyFailures
{
    private const string RunCancelled = "global::Sluice.RunCancelledException";

    /// <summary>Whether the run is over when a stage throws: whatever that is, it may be how the stage takes the cancellation.</summary>
    public static string IsOver(string exception, string token) =>
        $"{exception} is {RunCancelled} || {token}.IsCancellationRequested";

    /// <summary>Whether an exception is a failure after which something else may be started. Nothing is once the run is cancelled.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="token">The token that what is started would get.</param>
    /// <param name="types">The types of exceptions after which that is done; all where there are none.</param>
    public static string MayGoOn(string exception, string token, IReadOnlyCollection<string> types) =>
        $"{exception} is not {RunCancelled}"
        + (types.Count == 0 ? "" : $" and {AnyOf(types)}")
        + $" && !{token}.IsCancellationRequested";

    private static string AnyOf(IReadOnlyCollection<string> types) =>
        types.Count == 1 ? types.First() : $"({string.Join(" or ", types)})";
}
