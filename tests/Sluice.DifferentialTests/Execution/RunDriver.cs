using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;
using Sluice.DifferentialTests.Reference.Prediction;
using Sluice.DifferentialTests.Reference.Rules;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Makes runs, completing their waiting stages in random order, and has them checked.</summary>
internal static class RunDriver
{
    /// <summary>Not a measurement: long enough that only a run that never ends exceeds it.</summary>
    private static readonly TimeSpan HangLimit = TimeSpan.FromMinutes(3);

    /// <summary>Makes the runs of a scenario, and gives what is wrong with the first wrong one, or <see langword="null"/>.</summary>
    public static async Task<string?> DriveAsync(
        PipelineUnderTest pipeline,
        EntryPointPlan plan,
        Scenario scenario,
        SharedFailures shared
    )
    {
        if (scenario.Runs == 1)
        {
            return Complaint(await RunAsync(pipeline, plan, scenario, shared, number: 0).ConfigureAwait(false));
        }

        var runs = Enumerable
            .Range(0, scenario.Runs)
            .Select(number => Task.Run(() => RunAsync(pipeline, plan, scenario, shared, number)));
        var records = await Task.WhenAll(runs).ConfigureAwait(false);
        return records.Select(Complaint).FirstOrDefault(complaint => complaint is not null);
    }

    /// <summary>Makes one run of a scenario.</summary>
    public static async Task<RunRecord> RunAsync(
        PipelineUnderTest pipeline,
        EntryPointPlan plan,
        Scenario scenario,
        SharedFailures shared,
        int number
    )
    {
        using var run = new Run(scenario.In(plan, number), shared, number);
        Observation observation;
        try
        {
            observation = await CompleteAsync(pipeline, plan, scenario, run).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            run.Complain("The run does not end");
            observation = new Observation([], exception);
        }

        if (scenario.SharedPercent == 0)
        {
            observation = observation with { IsOwn = true };
        }

        var views = observation.Report is { } report ? pipeline.View(report) : [];
        return new RunRecord(plan, scenario.Mode, run, run.Trace(), observation) { Views = views };
    }

    /// <summary>Gives what is wrong with a run, and its record, or <see langword="null"/>.</summary>
    public static string? Complaint(RunRecord record)
    {
        string[] complaints = [.. Verify(record).Take(5)];
        return complaints.Length == 0
            ? null
            : string.Join(Environment.NewLine, complaints) + Environment.NewLine + record;
    }

    /// <summary>Gives everything that is wrong with a run.</summary>
    public static IEnumerable<string> Verify(RunRecord record)
    {
        var problems = record.Run.Problems();
        return problems.Count > 0 ? problems
            : record.Plan.Pipeline.Recovers ? RuleVerifier.Verify(record)
            : PredictionVerifier.Verify(record);
    }

    private static async Task<Observation> CompleteAsync(
        PipelineUnderTest pipeline,
        EntryPointPlan plan,
        Scenario scenario,
        Run run
    )
    {
        var dice = new Dice(scenario.Seed);
        Task<Observation> task;
        Run.Enter(run);
        try
        {
            task = pipeline.StartAsync(plan.EntryPoint.Index, run, run.Context, run.CallerToken);
        }
        catch (Exception exception)
        {
            run.Complain($"An asynchronous entry point threw instead of giving a task: {exception}");
            return new Observation([], exception);
        }
        finally
        {
            // Stages that are completed from here on are completed outside the caller's context.
            Run.Enter(null);
        }

        while (!task.IsCompleted)
        {
            if (run.TakeWaiting(dice, noteIdle: true) is not { } pending)
            {
                await Task.WhenAny(task, run.WhenPending()).WaitAsync(HangLimit).ConfigureAwait(false);
            }
            else if (scenario.Mode == RunMode.Free && dice.Chance(50))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static pending => pending.Complete(), pending, preferLocal: false);
            }
            else
            {
                pending.Complete();
            }
        }

        return await task.ConfigureAwait(false);
    }
}
