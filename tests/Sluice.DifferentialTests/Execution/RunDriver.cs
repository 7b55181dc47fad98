using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Makes one run, completing its waiting stages in random order, and has it checked.</summary>
internal static class RunDriver
{
    /// <summary>No measure of anything: long enough that only a run that never ends is taken for one.</summary>
    private static readonly TimeSpan _hangGuard = TimeSpan.FromMinutes(3);

    /// <summary>Gives what is wrong with the run, or <see langword="null"/>.</summary>
    public static async Task<string?> DriveAsync(PipelineUnderTest pipeline, EntryPointPlan plan, Scenario scenario)
    {
        using var run = new Run(plan, Dice.Mix(scenario.Seed, 0x1234), Normalised(plan, scenario));
        var dice = new Dice(scenario.Seed);
        Value[] outputs = [];
        Exception? failure = null;
        try
        {
            outputs = await CompleteAsync(pipeline, run, scenario, dice).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        var complaints = RunVerifier.Verify(run, scenario, outputs, failure).Take(5).ToArray();
        return complaints.Length == 0
            ? null
            : string.Join(Environment.NewLine, complaints)
                + $"{Environment.NewLine}order:   {string.Join(' ', plan.Order.Select(id => $"S{id}"))}"
                + $"{Environment.NewLine}trace:   {string.Join(", ", run.Record().Trace)}"
                + $"{Environment.NewLine}outcome: {(failure is null ? "success" : failure.ToString())}";
    }

    private static async Task<Value[]> CompleteAsync(PipelineUnderTest pipeline, Run run, Scenario scenario, Dice dice)
    {
        Run.Enter(run);
        Task<Value[]> task;
        try
        {
            task = pipeline.StartAsync(run.Plan.EntryPoint.Index, run, run.CallerToken);
        }
        catch (Exception exception) when (run.Plan.EntryPoint.Return != ReturnStyle.Synchronous)
        {
            throw new InvalidOperationException(
                "An asynchronous entry point threw instead of giving a task.",
                exception
            );
        }
        finally
        {
            // Whoever completes a stage from here on does so outside the caller's context.
            Run.Enter(null);
        }

        while (!task.IsCompleted)
        {
            if (run.TakeWaiting(dice, noteIdle: true) is not { } gate)
            {
                await Task.WhenAny(task, run.WhenGateWaits()).WaitAsync(_hangGuard).ConfigureAwait(false);
            }
            else if (scenario.Mode == RunMode.Free && dice.Chance(50))
            {
                ThreadPool.UnsafeQueueUserWorkItem(static gate => gate.Open(), gate, preferLocal: false);
            }
            else
            {
                gate.Open();
            }
        }

        return await task.ConfigureAwait(false);
    }

    /// <summary>Leaves out what the entry point or the stage cannot do.</summary>
    private static Func<int, Behaviour> Normalised(EntryPointPlan plan, Scenario scenario) =>
        id =>
        {
            var behaviour = scenario.Of(id);
            var stage = plan.Stage(id);
            if (stage.Return == ReturnStyle.Synchronous)
            {
                behaviour = behaviour with
                {
                    Timing = Timing.AtOnce,
                    Fault = behaviour.Fault == Fault.None ? Fault.None : Fault.Thrown,
                };
            }

            return behaviour with
            {
                HonoursToken = behaviour.HonoursToken && stage.TakesToken,
                CancelsCaller = behaviour.CancelsCaller && plan.EntryPoint.TakesToken,
            };
        };
}
