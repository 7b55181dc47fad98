using System.Collections.Concurrent;
using System.Reflection;
using Sluice.CompilerServices;

namespace Sluice.FaultTests;

/// <summary>Thousands of concurrent runs with random faults at any point.</summary>
[Collection(nameof(FaultyPipeline))]
public sealed class RandomFaultTests
{
    private const int RunsAtOnce = 64;

    public static TheoryData<string> Pipelines() => [.. FaultyPipeline.Names];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task Each_of_many_runs_ends_tells_the_truth_and_leaves_nothing(string name)
    {
        var pipeline = FaultyPipeline.Of(name);
        var instance = pipeline.Create();
        var found = new ConcurrentQueue<string>();
        var ends = new ConcurrentDictionary<string, int>();
        using (var clock = new PacedClock())
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, 3_000),
                new ParallelOptions { MaxDegreeOfParallelism = RunsAtOnce },
                async (number, _) =>
                {
                    var rate = number % 10 == 0 ? 0.3 : 0.03;
                    await RunAsync(pipeline, instance, new RandomFaults(number, rate, clock.Moved), clock.Time, number);
                }
            );
            Assert.True(
                found.IsEmpty,
                $"{found.Count} runs, such as{Environment.NewLine}{string.Join(Environment.NewLine, found.Take(3))}"
            );
            clock.Time.Advance(TimeSpan.FromHours(2));
            Assert.Equal(0, clock.Time.TimersArmed);
            AssertLimitsAreFree(instance);

            // Faults in earlier runs do not affect a later run.
            using var late = new FaultyRun(77, new RandomFaults(0, rate: 0, clock.Moved), clock.Time);
            var end = await pipeline.RunAsync(instance, late, new RecordedEvents());
            Assert.Equal(pipeline.Expected(77), end.Values);
        }

        // There were runs with faults and runs without.
        Assert.True(ends["succeeded"] > 300, $"{ends["succeeded"]} runs have succeeded.");
        Assert.True(ends["failed"] > 100, $"{ends["failed"]} runs have failed.");

        async Task RunAsync(
            FaultyPipeline pipeline,
            object instance,
            RandomFaults faults,
            ManualTimeProvider time,
            int number
        )
        {
            using var run = new FaultyRun(number, faults, time);
            var events = new RecordedEvents();
            var deadline = number % 3 == 0 ? time.GetUtcNow() + TimeSpan.FromMinutes(5) : (DateTimeOffset?)null;
            var end = await pipeline.RunAsync(instance, run, events, deadline);
            if (RunAudit.FaultOf(pipeline, run, end, events.All, $"run {number}") is { } fault)
            {
                found.Enqueue(fault);
            }

            ends.AddOrUpdate(end.Exception is null ? "succeeded" : "failed", 1, (_, count) => count + 1);
        }
    }

    private static void AssertLimitsAreFree(object instance)
    {
        foreach (var field in instance.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
        {
            if (field.GetValue(instance) is ConcurrencyLimiter limiter)
            {
                Assert.Equal((4, 0), (limiter.Available, limiter.Waiting));
            }
        }
    }
}
