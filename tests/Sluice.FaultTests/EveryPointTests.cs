namespace Sluice.FaultTests;

/// <summary>Injects every fault at every point of a run, one at a time, on one thread and with the test's own clock.</summary>
[Collection(nameof(FaultyPipeline))]
public sealed class EveryPointTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    public static TheoryData<string, bool> Pipelines()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in FaultyPipeline.Names)
        {
            data.Add(name, false);
            data.Add(name, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task Whatever_goes_wrong_wherever_the_run_ends_tells_the_truth_and_leaves_nothing(
        string name,
        bool goesOn
    )
    {
        var runs = 0;
        var faults = new List<string>();

        await OwnThread.RunAsync(() => runs = RunAll(FaultyPipeline.Of(name), goesOn, faults));

        Assert.True(
            faults.Count == 0,
            $"{faults.Count} of {runs} runs, such as{Environment.NewLine}{string.Join(Environment.NewLine, faults.Take(3))}"
        );
        Assert.InRange(runs, 30, int.MaxValue);
    }

    private static int RunAll(FaultyPipeline pipeline, bool goesOn, List<string> faults)
    {
        var clock = new ManualTimeProvider();
        var number = 0;
        var points = RunOne(pipeline, clock, ++number, point: -1, Fault.None, goesOn: false, faults);
        foreach (var fault in Enum.GetValues<Fault>().Where(fault => fault != Fault.None))
        {
            for (var point = 0; point < points; point++)
            {
                _ = RunOne(pipeline, clock, ++number, point, fault, goesOn, faults);
            }
        }

        return number;
    }

    private static int RunOne(
        FaultyPipeline pipeline,
        ManualTimeProvider clock,
        int number,
        int point,
        Fault fault,
        bool goesOn,
        List<string> found
    )
    {
        var faults = new SteppedFaults(point, fault, goesOn);
        var events = new RecordedEvents();
        using var run = new FaultyRun(number, faults, clock);
#pragma warning disable CA2025 // The run is used only until it has ended, because the loop waits for its end.
        var endedOn = 0;
        var pooled =
            pipeline.EntryPoint == "PlainAsync" && pipeline.Type != typeof(FaultyLine)
                ? RunObjects.PooledCount(pipeline.Type, pipeline.EntryPoint)
                : 0;
        var ending = pipeline.RunAsync(
            pipeline.Create(),
            run,
            events,
            clock.GetUtcNow() + LongestRun,
            () => endedOn = Environment.CurrentManagedThreadId
        );
#pragma warning restore CA2025
        while (!ending.IsCompleted)
        {
            // A timer or a cancellation may continue a stage on another thread. That thread gets a moment before the clock advances.
            if (!faults.TryGoOn() && !SpinWait.SpinUntil(() => ending.IsCompleted || faults.IsWaiting, Moment))
            {
                Assert.True(
                    SpinWait.SpinUntil(() => ending.IsCompleted || faults.IsWaiting || clock.TimersArmed > 0, Hang),
                    $"{pipeline.Name}, {fault} at {point}: the run has not ended, and nothing can go on."
                );
                clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        var what = $"{fault} at point {point}{(goesOn ? " and from there on" : "")}";
        if (RunAudit.FaultOf(pipeline, run, ending.GetAwaiter().GetResult(), events.All, what) is { } text)
        {
            found.Add(text);
        }

        // If the run began and ended on this thread, its run object is idle on this thread again.
        if (pipeline.EntryPoint == "PlainAsync" && endedOn == Environment.CurrentManagedThreadId)
        {
            Assert.NotNull(RunObjects.IdleOnThisThread(pipeline.Type, pipeline.EntryPoint));
            Assert.InRange(RunObjects.PooledCount(pipeline.Type, pipeline.EntryPoint), 0, pooled);
        }

        clock.Advance(TimeSpan.FromHours(2));
        Assert.True(clock.TimersArmed == 0, $"{pipeline.Name}, {what}: a timer is left.");
        Assert.False(faults.TryGoOn(), $"{pipeline.Name}, {what}: a stage still waits.");
        return run.Points;
    }
}
