using Sluice.DifferentialTests.Recovery.Probing;

namespace Sluice.DifferentialTests.Recovery.Execution;

/// <summary>Runs a compiled pipeline. Each has an adapter that is generated beside it.</summary>
public abstract class RecoveryUnderTest
{
    /// <summary>Starts a run.</summary>
    public abstract Task<RecoveryObservation> StartAsync(Trial trial, RunContext context, CancellationToken token);

    protected static Task<RecoveryObservation> Observe<T>(Trial trial, Func<T> call)
        where T : Part => Observe(trial, () => Task.FromResult(call()));

    protected static Task<RecoveryObservation> Observe<T>(Trial trial, Func<Task<T>> call)
        where T : Part => AttemptAsync(trial, async () => new RecoveryObservation(await call().ConfigureAwait(false)));

    protected static Task<RecoveryObservation> ObserveResult<T>(Trial trial, Func<PipelineResult<T>> call)
        where T : Part => ObserveResult(trial, () => Task.FromResult(call()));

    protected static Task<RecoveryObservation> ObserveResult<T>(Trial trial, Func<Task<PipelineResult<T>>> call)
        where T : Part =>
        AttemptAsync(
            trial,
            async () =>
            {
                var result = await call().ConfigureAwait(false);
                return new RecoveryObservation(
                    result.Outcome.HasValue ? result.Outcome.Value : null,
                    result.Outcome.Exception,
                    result.Report,
                    result.FurtherFailures
                );
            }
        );

    private static async Task<RecoveryObservation> AttemptAsync(Trial trial, Func<Task<RecoveryObservation>> observe)
    {
        try
        {
            return await observe().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var failure = RunFailure.Of(exception);
            return new RecoveryObservation(null, exception, failure?.Report, failure?.FurtherFailures, IsOwn: false);
        }
        finally
        {
            trial.End();
        }
    }
}
