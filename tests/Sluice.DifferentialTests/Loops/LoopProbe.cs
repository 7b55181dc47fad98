using System.Collections.Concurrent;

namespace Sluice.DifferentialTests.Loops;

/// <summary>The part of a run that the stages of compiled pipelines call.</summary>
/// <param name="waitsPercent">The percentage of the calls of asynchronous stages that do not complete at once.</param>
public sealed class LoopProbe(int waitsPercent)
{
    /// <summary>The calls that were made.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Set to the text of a call, it cancels <see cref="Source"/> when the call is made.</summary>
    public string? CancelsAt { get; init; }

    public CancellationTokenSource? Source { get; init; }

    public static string Text(long value) => LoopConduct.Text(value);

    public static string Text(bool value) => LoopConduct.Text(value);

    public static string Text(long[] value) => LoopConduct.Text(value);

    public static string Text(Optional<long> value) => value.HasValue ? Text(value.Value) : "absent";

    public static string Text(Optional<bool> value) => value.HasValue ? Text(value.Value) : "absent";

    public static string Text(Optional<long[]> value) => value.HasValue ? Text(value.Value) : "absent";

    public static string Text(Outcome<long> value) => value.HasValue ? Text(value.Value) : Missing(value);

    public static string Text(Outcome<bool> value) => value.HasValue ? Text(value.Value) : Missing(value);

    public static string Text(Outcome<long[]> value) => value.HasValue ? Text(value.Value) : Missing(value);

    public static string MessageOf(Exception exception) =>
        exception is LoopExhaustedException exhausted
            ? LoopConduct.Exhausted(exhausted.Decision!, exhausted.Rounds)
            : exception.Message;

    public string Begin(int stage, int failsPercent, params string[] arguments)
    {
        var call = LoopConduct.Call(stage, arguments);
        Calls.Enqueue(call);
        if (call == CancelsAt)
        {
            Source!.Cancel();
        }

        return LoopConduct.Fails(call, failsPercent) ? throw new InvalidDataException(call) : call;
    }

    public async ValueTask<string> BeginAsync(int stage, int failsPercent, params string[] arguments)
    {
        if (LoopConduct.Waits(LoopConduct.Call(stage, arguments), waitsPercent))
        {
            await Task.Yield();
        }

        return Begin(stage, failsPercent, arguments);
    }

    private static string Missing<T>(Outcome<T> outcome) =>
        outcome.Exception is { } exception ? LoopConduct.TextOfFailure(MessageOf(exception)) : "absent";
}
