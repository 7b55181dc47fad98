using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Runs;

/// <summary>A run object has a 16-bit version that distinguishes its uses. When the versions are used up, the object is retired.</summary>
public sealed class VersionTests
{
    private const int Runs = 140_000;

    [Fact]
    public Task A_sequential_run_object_whose_version_would_wrap_is_retired() =>
        OwnThread
            .RunAsync(() =>
                RunOften(new WaitingPipeline().SequentialAsync, number => new First(number), "SequentialAsync")
            )
            .OrHang();

    [Fact]
    public Task A_concurrent_run_object_whose_version_would_wrap_is_retired() =>
        OwnThread
            .RunAsync(() =>
                RunOften(new WaitingPipeline().ConcurrentAsync, number => new Third(number + 1), "ConcurrentAsync")
            )
            .OrHang();

    private static void RunOften<T>(Func<Gate, ValueTask<T>> start, Func<int, T> expected, string entryPoint)
    {
        var uses = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        var firstGate = new Gate();
        var first = start(firstGate);
        firstGate.Open(0);
        Assert.Equal(expected(0), Taken.From(first));
        for (var run = 0; run < Runs; run++)
        {
            var gate = new Gate();
            var task = start(gate);
            gate.Open(run);
            Assert.Equal(expected(run), Taken.From(task));
            if (RunObjects.IdleOnThisThread(typeof(WaitingPipeline), entryPoint) is { } idle)
            {
                uses[idle] = uses.GetValueOrDefault(idle) + 1;
            }
        }

        Assert.All(uses.Values, times => Assert.InRange(times, 1, 1 << 16));
        Assert.True(uses.Count >= 3, $"{uses.Count} run objects served all runs.");
        Assert.Throws<InvalidOperationException>(() => first.GetAwaiter().GetResult());
    }
}
