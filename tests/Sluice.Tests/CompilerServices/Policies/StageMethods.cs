using System.Runtime.CompilerServices;
using Sluice.CompilerServices;

namespace Sluice.Tests.CompilerServices.Policies;

/// <summary>Async methods like those in emitted code.</summary>
internal static class StageMethods
{
    public static readonly AsyncLocal<string?> Local = new();

    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<int> AddOneAsync(ValueTask<int> number) => 1 + await number.ConfigureAwait(false);

    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<T> PassAsync<T>(HandGate gate, T value)
    {
        await gate.WaitAsync().ConfigureAwait(false);
        return value;
    }

    [AsyncMethodBuilder(typeof(StageMethodBuilder))]
    public static async ValueTask AwaitAsync(ValueTask<int> number) => await number.ConfigureAwait(false);

    [AsyncMethodBuilder(typeof(StageMethodBuilder))]
    public static async ValueTask YieldAsync() => await Task.Yield();

    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<int> SumAsync(HandGate gate, int times)
    {
        var sum = 0;
        for (; times > 0; times--)
        {
            sum += await gate.WaitAsync().ConfigureAwait(false);
        }

        return sum;
    }

    /// <summary>Returns the value of the async local after the wait, optionally changed before the wait.</summary>
    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<string?> ReadLocalAsync(HandGate gate, string? change)
    {
        if (change is not null)
        {
            Local.Value = change;
        }

        await gate.WaitAsync().ConfigureAwait(false);
        var read = Local.Value;
        Local.Value = "changed after the wait";
        return read;
    }

    /// <summary>Awaits a task that refuses continuations the given number of times, and finally the gate.</summary>
    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<int> RetryRefusedAsync(HandGate gate, bool waitsFirst, int refusals)
    {
        var sum = waitsFirst ? await gate.WaitAsync().ConfigureAwait(false) : 0;
        for (; refusals > 0; refusals--)
        {
            try
            {
                sum += await new RefusingSource().AsValueTask().ConfigureAwait(false);
            }
            catch (InvalidOperationException)
            {
                sum += 100;
            }
        }

        return sum + await gate.WaitAsync().ConfigureAwait(false);
    }

    /// <summary>Awaits tasks that continue synchronously, on the stack of the awaiting code.</summary>
    [AsyncMethodBuilder(typeof(StageMethodBuilder<>))]
    public static async ValueTask<int> AwaitInlineAsync(int times)
    {
        var sum = 0;
        for (; times > 0; times--)
        {
            sum += await new InlineSource(1).AsValueTask().ConfigureAwait(false);
        }

        return sum;
    }
}
