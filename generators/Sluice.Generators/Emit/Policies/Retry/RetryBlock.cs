using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Retry;

namespace Sluice.Generators.Emit.Policies.Retry;

/// <summary>Repeats the inner code after a failure, as long as attempts are left.</summary>
internal sealed class RetryBlock(RetryPolicy retry) : IPolicyBlock
{
    private const string RetryRequested = "global::Sluice.RetryRequestedException";

    /// <summary>The block, or <see langword="null"/> if there is only one attempt, as an override may specify.</summary>
    public static RetryBlock? Of(RetryPolicy retry) => retry.Attempts > 1 ? new RetryBlock(retry) : null;

    public void Write(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        var writer = method.Writer;
        var attempt = method.Names.Take("attempt");
        var exception = method.Exception;
        var previousError = method.UsesContext || retry.Waits ? method.Names.Take("previousError") : null;
        var delay = retry.Waits ? method.Names.Take("delay") : null;
        if (previousError is not null)
        {
            writer.Line($"{Known.Exception}? {previousError} = null;");
        }

        if (delay is not null)
        {
            writer.Line($"{writer.Var("global::System.TimeSpan")} {delay} = global::System.TimeSpan.Zero;");
        }

        using (writer.Block($"for ({writer.Var("int")} {attempt} = 1; ; {attempt}++)"))
        {
            var inLoop = frame with { Attempt = attempt, PreviousError = previousError, IsInLoop = true };
            using (writer.Block("try"))
            {
                inner(inLoop);
            }

            using (
                writer.Block($"catch ({Known.Exception} {exception}) when ({Filter(attempt, exception, frame.Token)})")
            )
            {
                WritePreparation(method, inLoop, exception, delay);
                if (previousError is not null)
                {
                    writer.Line($"{previousError} = {exception};");
                }
            }

            if (delay is not null)
            {
                writer.Line();
                using (writer.Block($"if ({delay} > global::System.TimeSpan.Zero)"))
                {
                    writer.Line(
                        $"{PolicyMethod.Await($"{Known.Services}.RetrySchedule.WaitAsync({delay}, {method.Clock}, {previousError}, {frame.Token})")};"
                    );
                }
            }
        }
    }

    private string Filter(string attempt, string exception, string token)
    {
        // A stage that requests another attempt gets it, whichever exception types are listed.
        string[] types = retry.On.Count == 0 ? [] : [RetryRequested, .. retry.On];
        return $"{attempt} < {retry.Attempts} && {PolicyFailures.MayGoOn(exception, token, types)}";
    }

    private void WritePreparation(PolicyMethod method, PolicyFrame frame, string exception, string? delay)
    {
        var writer = method.Writer;
        if (retry.When is { } when)
        {
            WritePredicate(method, frame, exception, when);
            writer.Line();
        }

        if (delay is not null)
        {
            writer.Line($"{delay} = {Schedule(method)}.DelayAfter({frame.Attempt}, {exception}, {delay});");
        }

        writer.Line(
            $"{method.Scope}.Retrying({method.Index}, {method.AttemptNumber(frame)}, {delay ?? "global::System.TimeSpan.Zero"}, {exception});"
        );
    }

    // The predicate is not called in the filter of the catch clause, because an exception in a filter is lost.
    private static void WritePredicate(PolicyMethod method, PolicyFrame frame, string exception, PolicyMethodModel when)
    {
        var writer = method.Writer;
        var counts = method.Names.Take("counts");
        writer.Line($"bool {counts};");
        PolicyFailures.WriteCall(
            method,
            $"{counts} = {exception} is {RetryRequested} || {method.CallOf(when, frame.Token, exception)};"
        );
        writer.Line();
        using (writer.Block($"if (!{counts})"))
        {
            writer.Line("throw;");
        }
    }

    private string Schedule(PolicyMethod method)
    {
        var longest = retry.MaxDelay == 0 ? "global::System.TimeSpan.MaxValue" : TimeText.Of(retry.MaxDelay);
        return method.States.Setting(
            method.Number,
            "Retries",
            $"{Known.Services}.RetrySchedule",
            $"new({retry.Attempts}, {TimeText.Of(retry.Delay)}, global::Sluice.Backoff.{retry.Backoff}, "
                + $"{retry.Factor.ToString("R", CultureInfo.InvariantCulture)}, {longest}, global::Sluice.Jitter.{retry.Jitter})"
        );
    }
}
