using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Recovery.Probing;
using Sluice.DifferentialTests.Recovery.Reference;
using Sluice.DifferentialTests.Recovery.Shapes;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>Makes the runs of a scenario, opening gates in random order, and has each checked.</summary>
internal static class RecoveryDriver
{
    /// <summary>No measure of anything: long enough that only a run that never ends is taken for one.</summary>
    private static readonly TimeSpan _hangGuard = TimeSpan.FromMinutes(3);

    /// <summary>Gives what is wrong with a run, or <see langword="null"/>.</summary>
    public static async Task<string?> DriveAsync(
        RecoveryUnderTest underTest,
        RecoveryPipeline pipeline,
        RecoveryScenario scenario,
        SharedFailures shared
    )
    {
        var trials = Enumerable
            .Range(0, scenario.Trials)
            .Select(number => Task.Run(() => DriveAsync(underTest, pipeline, scenario, shared, number)));
        var complaints = await Task.WhenAll(trials).ConfigureAwait(false);
        return complaints.FirstOrDefault(complaint => complaint is not null);
    }

    /// <summary>Makes one run of a scenario.</summary>
    public static async Task<(RecoveryRecord Record, IReadOnlyList<string> Problems)> RunAsync(
        RecoveryUnderTest underTest,
        RecoveryPipeline pipeline,
        RecoveryScenario scenario,
        SharedFailures shared,
        int number
    )
    {
        using var trial = new Trial(number, scenario.In(pipeline, number), shared);
        var context = new RunContext();
        RecoveryObservation observation;
        IEnumerable<string> problems = [];
        try
        {
            observation = await CompleteAsync(underTest, trial, context, scenario.Seed).ConfigureAwait(false);
            if (scenario.SharedPercent == 0)
            {
                observation = observation with { IsOwn = true };
            }
        }
        catch (TimeoutException exception)
        {
            observation = new RecoveryObservation(null, exception);
            problems = ["The run does not end"];
        }

        return (
            new RecoveryRecord(pipeline, context.RunId, trial.Trace(), observation, scenario.IsExact),
            [.. problems, .. trial.Problems()]
        );
    }

    private static async Task<string?> DriveAsync(
        RecoveryUnderTest underTest,
        RecoveryPipeline pipeline,
        RecoveryScenario scenario,
        SharedFailures shared,
        int number
    )
    {
        var (record, problems) = await RunAsync(underTest, pipeline, scenario, shared, number).ConfigureAwait(false);
        string[] complaints = problems.Count > 0 ? [.. problems] : [.. RecoveryVerifier.Verify(record)];
        var observation = record.Observation;
        return complaints.Length == 0
            ? null
            : string.Join(Environment.NewLine, complaints.Take(5))
                + $"{Environment.NewLine}trace:   {string.Join(", ", record.Trace)}"
                + $"{Environment.NewLine}report:  {string.Join(", ", observation.Report?.Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Attempts}") ?? [])}"
                + $"{Environment.NewLine}outcome: {observation.Failure?.ToString() ?? $"S{observation.Output?.Step.Stage}#{observation.Output?.Step.Number}"}"
                + $"{Environment.NewLine}further: {string.Join(", ", observation.FurtherFailures?.Select(failure => failure.Message) ?? [])}";
    }

    private static async Task<RecoveryObservation> CompleteAsync(
        RecoveryUnderTest underTest,
        Trial trial,
        RunContext context,
        ulong seed
    )
    {
        var dice = new Dice(seed);
        var task = underTest.StartAsync(trial, context, trial.CallerToken);
        while (!task.IsCompleted)
        {
            if (!trial.OpenGate(dice))
            {
                await Task.WhenAny(task, trial.WhenGateWaits()).WaitAsync(_hangGuard).ConfigureAwait(false);
            }
        }

        return await task.ConfigureAwait(false);
    }
}
