namespace Sluice.DifferentialTests.Loops;

/// <summary>A run of a compiled program.</summary>
/// <param name="Output">The output, or <see langword="null"/> if it has failed.</param>
/// <param name="Failure">The message of the failure, or <see langword="null"/>.</param>
/// <param name="Calls">The calls that it has made.</param>
internal sealed record LoopRun(long? Output, string? Failure, IReadOnlyList<string> Calls)
{
    /// <summary>The failure of a run that its caller has cancelled.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Returns in what a run differs from the rules that its caller has cancelled in a call.</summary>
    /// <param name="last">
    /// The call. No stage starts after it; a method that gives the result of an exhausted loop is part of its decision.
    /// </param>
    /// <param name="mayComplete">Whether the call may be the last one of a run that is not cancelled.</param>
    public string? FaultOfCancelled(string last, bool mayComplete)
    {
        var isOver = false;
        foreach (var call in Calls.Where(call => !call.StartsWith("S-", StringComparison.Ordinal)))
        {
            if (isOver)
            {
                return $"The call {call} follows {last}, in which the caller cancels.";
            }

            isOver = call == last;
        }

        return !isOver ? $"The call {last} is missing."
            : Failure == Cancelled || (mayComplete && Failure is null) ? null
            : $"The run has ended with {Failure ?? Output.ToString()} instead of a cancellation.";
    }

    /// <summary>Returns in what the run differs from the rules, or <see langword="null"/>.</summary>
    public string? Fault(LoopRunOutcome expected, bool continues)
    {
        if (Excess(Calls, expected.Possible) is { } excess)
        {
            return $"The call {excess} is one too many. Possible: {string.Join(" ", expected.Possible)}";
        }

        if (Failure is not null)
        {
            return expected.Failures.Contains(Failure)
                ? null
                : $"The run has failed: {Failure}. Expected: {expected.Output}{string.Join(" or ", expected.Failures)}";
        }

        // A call that fails may be one that nothing demands.
        if (expected.Failures.Count > 0)
        {
            return null;
        }

        return Output != expected.Output ? $"The output is {Output}. Expected: {expected.Output}"
            : Excess(expected.Necessary, Calls) is { } missing ? $"The call {missing} is missing."
            : null;
    }

    private static string? Excess(IEnumerable<string> calls, IEnumerable<string> allowed)
    {
        var left = allowed.CountBy(call => call).ToDictionary(StringComparer.Ordinal);
        foreach (var call in calls)
        {
            if (!left.TryGetValue(call, out var count) || count == 0)
            {
                return call;
            }

            left[call] = count - 1;
        }

        return null;
    }
}
