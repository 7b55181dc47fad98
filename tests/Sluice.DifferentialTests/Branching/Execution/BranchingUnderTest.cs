using Sluice.DifferentialTests.Branching.Probing;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>An instance of a compiled pipeline. Each generated pipeline comes with an implementation that calls its entry point.</summary>
public abstract class BranchingUnderTest
{
    /// <summary>Whether it tells what became of its stages.</summary>
    public virtual bool Reports => true;

    /// <summary>Starts a run.</summary>
    public abstract Task<Observation> StartAsync(Probe run, CancellationToken token);

    /// <summary>Reads the outputs of the stages from a report.</summary>
    public abstract (int Stage, Seen Output)[] View(RunReport report);

    protected static Task<Observation> Observe<T>(Probe run, Func<T> call, Func<T, Seen[]> see) =>
        Task.FromResult(
            Attempt(
                run,
                () =>
                {
                    ArgumentNullException.ThrowIfNull(call);
                    ArgumentNullException.ThrowIfNull(see);
                    return new Observation(see(call()));
                }
            )
        );

    protected static Task<Observation> Observe(Probe run, Action call) =>
        Task.FromResult(
            Attempt(
                run,
                () =>
                {
                    ArgumentNullException.ThrowIfNull(call);
                    call();
                    return new Observation([]);
                }
            )
        );

    protected static Task<Observation> ObserveResult<T>(Probe run, Func<PipelineResult<T>> call, Func<T, Seen[]> see) =>
        Task.FromResult(
            Attempt(
                run,
                () =>
                {
                    ArgumentNullException.ThrowIfNull(call);
                    return Read(call(), see);
                }
            )
        );

    protected static async Task<Observation> Observe<T>(Probe run, ValueTask<T> task, Func<T, Seen[]> see)
    {
        ArgumentNullException.ThrowIfNull(see);
        return await AttemptAsync(run, async () => new Observation(see(await task.ConfigureAwait(false))))
            .ConfigureAwait(false);
    }

    protected static Task<Observation> Observe(Probe run, ValueTask task) =>
        AttemptAsync(
            run,
            async () =>
            {
                await task.ConfigureAwait(false);
                return new Observation([]);
            }
        );

    protected static Task<Observation> Observe<T>(Probe run, Task<T> task, Func<T, Seen[]> see) =>
        Observe(run, new ValueTask<T>(task), see);

    protected static Task<Observation> Observe(Probe run, Task task) => Observe(run, new ValueTask(task));

    protected static Task<Observation> ObserveResult<T>(
        Probe run,
        ValueTask<PipelineResult<T>> task,
        Func<T, Seen[]> see
    ) => AttemptAsync(run, async () => Read(await task.ConfigureAwait(false), see));

    protected static Task<Observation> ObserveResult<T>(Probe run, Task<PipelineResult<T>> task, Func<T, Seen[]> see) =>
        ObserveResult(run, new ValueTask<PipelineResult<T>>(task), see);

    private static Observation Attempt(Probe run, Func<Observation> observe)
    {
        try
        {
            return observe();
        }
        catch (Exception exception)
        {
            return Failed(exception);
        }
        finally
        {
            run.EndEntryPoint();
        }
    }

    private static async Task<Observation> AttemptAsync(Probe run, Func<Task<Observation>> observe)
    {
        try
        {
            return await observe().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return Failed(exception);
        }
        finally
        {
            run.EndEntryPoint();
        }
    }

    private static Observation Failed(Exception exception)
    {
        var failure = RunFailure.Of(exception);
        return new Observation([], exception, failure?.Report, failure?.FurtherFailures);
    }

    private static Observation Read<T>(PipelineResult<T> result, Func<T, Seen[]> see)
    {
        var outcome = result.Outcome;
        Seen[] outputs = outcome.Status switch
        {
            OutcomeStatus.Succeeded => see(outcome.Value),
            OutcomeStatus.Skipped => [Seen.Of(outcome)],
            _ => [],
        };
        return new Observation(
            outputs,
            outcome.Exception,
            result.Report,
            result.FurtherFailures,
            result.FailedStage?.Name
        );
    }
}
