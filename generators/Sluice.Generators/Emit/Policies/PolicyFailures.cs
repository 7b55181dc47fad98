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

    /// <summary>Writes what calls a method of the user's after a failure, which is kept beside what the method throws itself.</summary>
    /// <param name="method">Where it is written.</param>
    /// <param name="call">The statement that calls it.</param>
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
