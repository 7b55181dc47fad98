using System.Text.RegularExpressions;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Says what policies a stage has, as a reader of its attributes would.</summary>
internal static class PolicyText
{
    // What comes before the own name of a type.
    private static readonly Regex Qualifier = new(@"@?\w+::(?:[^.<>,()\[\]\s]+\.)*", RegexOptions.CultureInvariant);

    /// <summary>All policies of a stage: those around its calls, outermost first, then what is done for it beside them.</summary>
    public static IEnumerable<string> Of(StageModel stage)
    {
        foreach (var text in stage.Policies is { } policies ? OfCalls(policies) : [])
        {
            yield return text;
        }

        if (stage.Compensation is { } compensation)
        {
            yield return $"Compensate({compensation.MethodName})";
        }

        if (stage.Guard is { } guard)
        {
            yield return Of(guard);
        }

        if (stage.IsRequired)
        {
            yield return "Required";
        }
    }

    /// <summary>The policies around the calls of a stage, outermost first.</summary>
    public static IEnumerable<string> OfCalls(StagePolicies policies)
    {
        if (policies.Fallback is { } fallback)
        {
            yield return Text("Fallback", fallback.Method.MethodName, On(fallback.On));
        }

        if (policies.Cached is { } cached)
        {
            yield return Text(
                "Cached",
                TimeText.ForReaders(cached.TimeToLive),
                Named("Key", cached.Key?.MethodName),
                Named("Store", cached.Store)
            );
        }

        if (policies.Timeout is { Total: > 0 } whole)
        {
            yield return Text("Timeout", Named("Total", TimeText.ForReaders(whole.Total)));
        }

        if (policies.Retry is { } retry)
        {
            yield return Of(retry);
        }

        if (policies.CircuitBreaker is { } circuit)
        {
            yield return Of(circuit);
        }

        if (policies.RateLimit is { } rate)
        {
            yield return Of(rate);
        }

        if (policies.Concurrency is { } concurrency)
        {
            yield return Text("Concurrency", Number(concurrency.Limit), QueueLimit(concurrency.QueueLimit));
        }

        if (policies.Timeout is { Attempt: > 0 } attempt)
        {
            yield return Text("Timeout", TimeText.ForReaders(attempt.Attempt));
        }

        foreach (var interceptor in policies.Interceptors)
        {
            yield return $"Intercept<{interceptor.DisplayName}>";
        }
    }

    private static string Of(RetryModel retry) =>
        Text(
            "Retry",
            Number(retry.Attempts),
            retry.Delay == 0 ? null : TimeText.ForReaders(retry.Delay),
            retry.Delay == 0 || retry.Backoff == "Constant" ? null : retry.Backoff,
            retry.Delay == 0 || retry.MaxDelay == 0 ? null : Named("MaxDelay", TimeText.ForReaders(retry.MaxDelay)),
            retry.Delay == 0 || retry.Jitter == "None" ? null : Named("Jitter", retry.Jitter),
            On(retry.On),
            Named("When", retry.When?.MethodName)
        );

    private static string Of(CircuitBreakerModel circuit) =>
        circuit.Failures > 0
            ? Text("CircuitBreaker", Number(circuit.Failures), TimeText.ForReaders(circuit.BreakDuration))
            : Text(
                "CircuitBreaker",
                circuit.FailureRatio.ToString("R", CultureInfo.InvariantCulture),
                TimeText.ForReaders(circuit.BreakDuration),
                Named("Window", TimeText.ForReaders(circuit.Window)),
                Named("MinimumCalls", Number(circuit.MinimumCalls))
            );

    private static string Of(RateLimitModel rate) =>
        rate.Limiter is null
            ? Text(
                "RateLimit",
                Number(rate.Permits),
                TimeText.ForReaders(rate.Window),
                rate.Algorithm,
                QueueLimit(rate.QueueLimit)
            )
            : Text("RateLimit", Named("Limiter", rate.Limiter));

    private static string Of(GuardModel guard) =>
        guard.Retry is null
            ? "Guard"
            : Text(
                "Guard",
                Named("Retry", guard.Retry),
                Named("Attempts", Number(guard.Attempts)),
                guard.Timeout == 0 ? null : Named("Timeout", TimeText.ForReaders(guard.Timeout)),
                guard.AllowsNoProgress ? "AllowNoProgress" : null
            );

    private static string Text(string name, params string?[] arguments) =>
        $"{name}({string.Join(", ", arguments.Where(argument => argument is not null))})";

    private static string? Named(string name, string? value) => value is null ? null : $"{name} = {value}";

    private static string? On(EquatableArray<string> types) =>
        types.Count == 0 ? null : Named("On", string.Join(" or ", types.Select(type => Qualifier.Replace(type, ""))));

    private static string? QueueLimit(int limit) => limit == int.MaxValue ? null : Named("QueueLimit", Number(limit));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
