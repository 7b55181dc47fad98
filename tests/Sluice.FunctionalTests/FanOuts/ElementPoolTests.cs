using System.Reflection;
using Sluice.CompilerServices.Elements;
using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.FanOuts;

/// <summary>The objects of a fan-out return to their pools exactly once, however the fan-out ends.</summary>
public sealed class ElementPoolTests
{
    private const int InFlight = 4;

    [Theory]
    [InlineData("success")]
    [InlineData("failure")]
    [InlineData("cancellation")]
    [InlineData("throwing at once")]
    public async Task Pools_hold_as_much_after_many_fan_outs_as_after_the_first(string ending)
    {
        await OwnThread
            .RunAsync(() =>
            {
                var afterFirst = RunOne(ending);
                for (var round = 0; round < 200; round++)
                {
                    Assert.Equal(afterFirst, RunOne(ending));
                }
            })
            .OrHang();
    }

    /// <summary>
    /// Runs one fan-out and returns the number of idle workers afterwards. The pools belong to this test alone because they depend on
    /// the type of the stage.
    /// </summary>
    private static int RunOne(string ending)
    {
        using var source = new CancellationTokenSource();
        var gates = Enumerable.Range(0, InFlight).Select(_ => new Gate()).ToArray();
        var task = ending switch
        {
            "success" => Start<Success>(),
            "failure" => Start<Failure>(),
            "cancellation" => Start<Cancellation>(),
            _ => Start<Throw>(),
        };
        var run = typeof(ValueTask<int[]>)
            .GetField("_obj", BindingFlags.NonPublic | BindingFlags.Instance)!
            .GetValue(task)!;
        switch (ending)
        {
            case "success":
                Array.ForEach(gates, gate => gate.Open(1));
                Assert.Equal(InFlight, Taken.From(task).Length);
                break;
            case "failure":
                Array.ForEach(gates, gate => gate.Fail(new InvalidDataException()));
                Assert.Throws<InvalidDataException>(() => Taken.From(task));
                break;
            case "cancellation":
                source.Cancel();
                Assert.ThrowsAny<OperationCanceledException>(() => Taken.From(task));
                break;
            default:
                Assert.Throws<InvalidDataException>(() => Taken.From(task));
                break;
        }

        var workers = run.GetType().GetField("Workers", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        return (int)
            workers.GetType().GetProperty("Count", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(workers)!;

        ValueTask<int[]> Start<TEnding>() =>
            FanOut.RunAsync<Stage<TEnding>, ValuesOfValues<int>, int, int, int>(
                new Stage<TEnding>(gates),
                (IEnumerable<int>)new TrackedSequence([.. Enumerable.Range(0, InFlight)]),
                maxConcurrency: 0,
                offload: false,
                resultsMayKeepToken: false,
                source.Token
            );
    }

    private readonly struct Stage<TEnding>(Gate[] gates) : IElementStage<int, int>
    {
        public async ValueTask<int> RunAsync(int item, CancellationToken token) =>
            typeof(TEnding) == typeof(Throw) ? throw new InvalidDataException()
            : typeof(TEnding) == typeof(Cancellation) ? await gates[item].WaitOrCancelAsync(token)
            : await gates[item].WaitAsync();
    }

    private readonly struct Success;

    private readonly struct Failure;

    private readonly struct Cancellation;

    private readonly struct Throw;
}
