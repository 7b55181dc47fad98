using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Execution;

/// <summary>An instance of a compiled pipeline. Each random pipeline comes with an implementation that calls its entry points.</summary>
public abstract class PipelineUnderTest
{
    /// <summary>Starts a run of an entry point.</summary>
    public abstract Task<Observation> StartAsync(int entryPoint, Run run, RunContext context, CancellationToken token);

    /// <summary>Reads the outputs of the stages from a report.</summary>
    public abstract (int Stage, Seen Output)[] View(RunReport report);

    protected static Task<Observation> Observe<T>(Run run, Func<T> call, Func<T, Seen[]> see) =>
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

    protected static Task<Observation> Observe(Run run, Action call) =>
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

    protected static Task<Observation> ObserveResult<T>(Run run, Func<PipelineResult<T>> call, Func<T, Seen[]> see) =>
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

    protected static async Task<Observation> Observe<T>(Run run, ValueTask<T> task, Func<T, Seen[]> see)
    {
        ArgumentNullException.ThrowIfNull(see);
        return await AttemptAsync(run, async () => new Observation(see(await task.ConfigureAwait(false))))
            .ConfigureAwait(false);
    }

    protected static Task<Observation> Observe(Run run, ValueTask task) =>
        AttemptAsync(
            run,
            async () =>
            {
                await task.ConfigureAwait(false);
                return new Observation([]);
            }
        );

    // A task throws its exception once more, after another run may have ended with the same object.
    protected static async Task<Observation> Observe<T>(Run run, Task<T> task, Func<T, Seen[]> see) =>
        await Observe(run, new ValueTask<T>(task), see).ConfigureAwait(false) with
        {
            IsOwn = false,
        };

    protected static async Task<Observation> Observe(Run run, Task task) =>
        await Observe(run, new ValueTask(task)).ConfigureAwait(false) with
        {
            IsOwn = false,
        };

    protected static Task<Observation> ObserveResult<T>(
        Run run,
        ValueTask<PipelineResult<T>> task,
        Func<T, Seen[]> see
    ) => AttemptAsync(run, async () => Read(await task.ConfigureAwait(false), see));

    protected static Task<Observation> ObserveResult<T>(Run run, Task<PipelineResult<T>> task, Func<T, Seen[]> see) =>
        ObserveResult(run, new ValueTask<PipelineResult<T>>(task), see);

    private static Observation Attempt(Run run, Func<Observation> observe)
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

    private static async Task<Observation> AttemptAsync(Run run, Func<Task<Observation>> observe)
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
        return new Observation(outputs, outcome.Exception, result.Report, result.FurtherFailures);
    }
}
