using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>Makes one run, completing its waiting stages in random order, and has it checked.</summary>
internal static class BranchingDriver
{
    /// <summary>No measure of anything: long enough that only a run that never ends is taken for one.</summary>
    private static readonly TimeSpan _hangGuard = TimeSpan.FromMinutes(3);

    /// <summary>Gives what is wrong with the run, or <see langword="null"/>.</summary>
    public static async Task<string?> DriveAsync(
        BranchingUnderTest pipeline,
        BranchingPlan plan,
        Demand demand,
        BranchingScenario scenario
    )
    {
        var circumstances = scenario.In(plan);
        using var run = new Probe(circumstances);
        var evaluator = new Evaluator(plan, circumstances);
        string[] complaints;
        Observation? observation = null;
        try
        {
            observation = await CompleteAsync(pipeline, run, scenario).ConfigureAwait(false);
            complaints =
            [
                .. new BranchingVerifier(plan, demand, evaluator, run, scenario, observation)
                    .Verify()
                    .Concat(ReportVerifier.Verify(pipeline, plan, evaluator, run, observation))
                    .Take(5),
            ];
        }
        catch (TimeoutException)
        {
            complaints = ["The run does not end"];
        }

        return complaints.Length == 0
            ? null
            : string.Join(Environment.NewLine, complaints)
                + $"{Environment.NewLine}inputs:  {run.Flag}, {run.Tone}, {run.Text}, {run.Number}, {run.Maybe}, {run.TakeItems().Length} items"
                + $"{Environment.NewLine}trace:   {string.Join(", ", run.Trace())}"
                + $"{Environment.NewLine}wanted:  {string.Join(", ", plan.Stages.Select(stage => $"S{stage.Id} {evaluator[stage.Id].Fate} {evaluator[stage.Id].Text}"))}"
                + $"{Environment.NewLine}report:  {string.Join(", ", observation?.Report?.Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Reason}") ?? [])}"
                + $"{Environment.NewLine}outcome: {observation?.Failure?.ToString() ?? string.Join(", ", observation?.Outputs ?? [])}";
    }

    private static async Task<Observation> CompleteAsync(
        BranchingUnderTest pipeline,
        Probe run,
        BranchingScenario scenario
    )
    {
        var dice = new Dice(scenario.Seed);
        var task = pipeline.StartAsync(run, run.CallerToken);
        while (!task.IsCompleted)
        {
            if (run.TakeWaiting(dice) is not { } pending)
            {
                await Task.WhenAny(task, run.WhenPending()).WaitAsync(_hangGuard).ConfigureAwait(false);
            }
            else if (scenario.Mode == RunMode.Free && dice.Chance(50))
            {
                ThreadPool.UnsafeQueueUserWorkItem(
                    static pending => pending.Complete(isCancelled: false),
                    pending,
                    preferLocal: false
                );
            }
            else
            {
                pending.Complete(isCancelled: false);
            }
        }

        return await task.ConfigureAwait(false);
    }
}
