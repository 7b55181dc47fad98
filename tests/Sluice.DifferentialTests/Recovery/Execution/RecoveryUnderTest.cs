using Sluice.DifferentialTests.Recovery.Probing;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>Runs a compiled pipeline. Each has an adapter that is generated beside it.</summary>
public abstract class RecoveryUnderTest
{
    /// <summary>Starts a run.</summary>
    public abstract Task<RecoveryObservation> StartAsync(Trial trial, RunContext context, CancellationToken token);

    // What is known of a run is certainly its own where its exception is caught on the thread on which it is thrown.
    protected static Task<RecoveryObservation> Observe<T>(Trial trial, Func<T> call)
        where T : Part
    {
        try
        {
            return Ended(trial, new RecoveryObservation(call()));
        }
        catch (Exception exception)
        {
            return Ended(trial, Failed(exception, isOwn: true));
        }
    }

    protected static async Task<RecoveryObservation> Observe<T>(Trial trial, Func<ValueTask<T>> call)
        where T : Part
    {
        try
        {
            return new RecoveryObservation(await call().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Failed(exception, isOwn: true);
        }
        finally
        {
            trial.End();
        }
    }

    protected static async Task<RecoveryObservation> Observe<T>(Trial trial, Func<Task<T>> call)
        where T : Part
    {
        try
        {
            return new RecoveryObservation(await call().ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Failed(exception, isOwn: false);
        }
        finally
        {
            trial.End();
        }
    }

    protected static Task<RecoveryObservation> ObserveResult<T>(Trial trial, Func<PipelineResult<T>> call)
        where T : Part => Ended(trial, Of(call()));

    protected static async Task<RecoveryObservation> ObserveResult<T>(
        Trial trial,
        Func<ValueTask<PipelineResult<T>>> call
    )
        where T : Part
    {
        var observation = Of(await call().ConfigureAwait(false));
        trial.End();
        return observation;
    }

    protected static Task<RecoveryObservation> ObserveResult<T>(Trial trial, Func<Task<PipelineResult<T>>> call)
        where T : Part => ObserveResult(trial, () => new ValueTask<PipelineResult<T>>(call()));

    private static RecoveryObservation Of<T>(PipelineResult<T> result)
        where T : Part =>
        new(
            result.Outcome.HasValue ? result.Outcome.Value : null,
            result.Outcome.Exception,
            result.Report,
            result.FurtherFailures
        );

    private static RecoveryObservation Failed(Exception exception, bool isOwn)
    {
        var failure = RunFailure.Of(exception);
        return new(null, exception, failure?.Report, failure?.FurtherFailures, isOwn);
    }

    private static Task<RecoveryObservation> Ended(Trial trial, RecoveryObservation observation)
    {
        trial.End();
        return Task.FromResult(observation);
    }
}
