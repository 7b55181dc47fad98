using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Contexts;

/// <summary>
/// Changes that stages with policies make to the execution context never reach the caller of the run or the code that completes a
/// stage.
/// </summary>
public sealed partial class PolicyContextTests
{
    private static readonly AsyncLocal<string?> Ambient = new();

    public enum EntryPoint
    {
        StraightLine,
        Sequential,
        Concurrent,
        Elements,
    }

    public static TheoryData<EntryPoint> EntryPoints() => [.. Enum.GetValues<EntryPoint>()];

    public static TheoryData<EntryPoint> Asynchronous() =>
        [EntryPoint.Sequential, EntryPoint.Concurrent, EntryPoint.Elements];

    [Theory]
    [MemberData(nameof(EntryPoints))]
    public void A_run_that_completes_at_once_leaves_the_callers_context_as_it_was(EntryPoint entryPoint)
    {
        Ambient.Value = "caller";
        var script = new Script(Gate.Opened(1));

        Assert.Equal(new Third(2), Taken.From(Start(entryPoint, script)));

        Assert.Equal("caller", Ambient.Value);
        Assert.True(script.Calls > 2);
    }

    [Theory]
    [MemberData(nameof(EntryPoints))]
    public void A_run_that_fails_at_once_leaves_the_callers_context_as_it_was(EntryPoint entryPoint)
    {
        Ambient.Value = "caller";
        var script = new Script(Gate.Failed(new InvalidDataException()));

        Assert.Throws<InvalidDataException>(() => Taken.From(Start(entryPoint, script)));

        Assert.Equal("caller", Ambient.Value);
        Assert.True(script.Calls > 1);
    }

    [Theory]
    [MemberData(nameof(Asynchronous))]
    public async Task A_run_that_waits_leaves_the_contexts_of_the_caller_and_of_who_completes_as_they_were(
        EntryPoint entryPoint
    )
    {
        Ambient.Value = "caller";
        var gate = new Gate();
        var script = new Script(gate);

        var run = Start(entryPoint, script).AsTask();
        Assert.Equal("caller", Ambient.Value);
        await OwnThread
            .RunAsync(() =>
            {
                Ambient.Value = "completer";
                gate.Open(1);
                Assert.Equal("completer", Ambient.Value);
            })
            .OrHang();

        Assert.Equal(new Third(2), await run.OrHang());
        Assert.Equal("caller", Ambient.Value);
    }

    private static ValueTask<Third> Start(EntryPoint entryPoint, Script script)
    {
        var pipeline = new Changing();
        return entryPoint switch
        {
            EntryPoint.StraightLine => Synchronous(() => pipeline.Run(script)),
            EntryPoint.Sequential => pipeline.RunAsync(script),
            EntryPoint.Concurrent => pipeline.OverlapAsync(script),
            _ => pipeline.ForEachAsync(script, [1, 1]),
        };
    }

    private static ValueTask<Third> Synchronous(Func<Third> run)
    {
        try
        {
            return new(run());
        }
        catch (InvalidDataException exception)
        {
            return ValueTask.FromException<Third>(exception);
        }
    }

    public sealed class Script(Gate gate)
    {
        private int _calls;

        public int Calls => _calls;

        /// <summary>Changes the context as a method that is not async does. The first call of each stage fails.</summary>
        public Task<int> Change(StageContext context)
        {
            _ = Interlocked.Increment(ref _calls);
            Ambient.Value = "stage";
            return context.Attempt == 1 ? throw new InvalidOperationException("once more") : gate.AsTask();
        }
    }

    [Pipeline]
    private sealed partial class Changing
    {
        [return: From(nameof(SumAtOnce))]
        public partial Third Run(Script script);

        [return: From(nameof(Last))]
        public partial ValueTask<Third> RunAsync(Script script);

        [return: From(nameof(Join))]
        public partial ValueTask<Third> OverlapAsync(Script script);

        [return: From(nameof(Total))]
        public partial ValueTask<Third> ForEachAsync(Script script, int[] numbers);

        [Stage, Retry(3)]
        private static int AtOnce(Script script, StageContext context) =>
            script.Change(context).GetAwaiter().GetResult();

        [Stage, Retry(3)]
        private static Third SumAtOnce([From(nameof(AtOnce))] int first, Script script, StageContext context) =>
            new(first + script.Change(context).GetAwaiter().GetResult());

        [Stage, Retry(3), Timeout("00:01:00")]
        private static ValueTask<First> FirstAsync(Script script, StageContext context) =>
            Number(script.Change(context), number => new First(number));

        [Stage, Retry(3), Timeout("00:01:00")]
        private static ValueTask<Second> SecondAsync(Script script, StageContext context) =>
            Number(script.Change(context), number => new Second(number));

        [Stage, Retry(3)]
        private static Third Last(First first, Script script, StageContext context) =>
            new(first.Number + script.Change(context).GetAwaiter().GetResult());

        [Stage, Retry(3)]
        private static Third Join(First first, Second second, Script script, StageContext context) =>
            new(first.Number + (second.Number * script.Change(context).GetAwaiter().GetResult()));

        [Stage, Retry(3), Timeout("00:01:00")]
        private static ValueTask<int> ScaleAsync([Each] int number, Script script, StageContext context) =>
            new(script.Change(context));

        [Stage]
        private static Third Total([From(nameof(ScaleAsync))] int[] scaled)
        {
            Ambient.Value = "stage";
            return new Third(scaled.Sum());
        }

        private static async ValueTask<T> Number<T>(Task<int> number, Func<int, T> make) =>
            make(await number.ConfigureAwait(false));
    }
}
