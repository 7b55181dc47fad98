namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes the conditions by which policies distinguish exceptions.</summary>
internal static class PolicyFailures
{
    private const string RunCancelled = "global::Sluice.RunCancelledException";

    /// <summary>
    /// The condition that the run is over when a stage throws. Any exception may then be the stage's reaction to the cancellation.
    /// </summary>
    public static string IsOver(string exception, string token) =>
        $"{exception} is {RunCancelled} || {token}.IsCancellationRequested";

    /// <summary>
    /// The condition that an exception is a failure after which a policy may start another call. No call starts after the run is
    /// cancelled.
    /// </summary>
    /// <param name="exception">The exception.</param>
    /// <param name="token">The token that the other call would get.</param>
    /// <param name="types">The types of exceptions after which the other call may start. All types if the collection is empty.</param>
    public static string MayGoOn(string exception, string token, IReadOnlyCollection<string> types) =>
        $"{exception} is not {RunCancelled}"
        + (types.Count == 0 ? "" : $" and {AnyOf(types)}")
        + $" && !{token}.IsCancellationRequested";

    /// <summary>
    /// Writes the call of a user's method after a failure. If the method throws, the failure is attached to its exception.
    /// </summary>
    /// <param name="method">The method that contains the call.</param>
    /// <param name="call">The statement that calls the user's method.</param>
    public static void WriteCall(PolicyMethod method, string call)
    {
        using (method.Writer.Block("try"))
        {
            method.Writer.Line(call);
        }

        var thrown = method.Names.Take("thrown");
        using (method.Writer.Block($"catch ({Known.Exception} {thrown})"))
        {
            method.Writer.Line($"{Known.Services}.RunScope.Attach({thrown}, {method.Exception});");
            method.Writer.Line("throw;");
        }
    }

    private static string AnyOf(IReadOnlyCollection<string> types) =>
        types.Count == 1 ? types.First() : $"({string.Join(" or ", types)})";
}
