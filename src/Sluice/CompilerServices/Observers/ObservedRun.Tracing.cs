namespace Sluice.CompilerServices;

/// <content>Runs whose only observer is telemetry.</content>
#pragma warning disable CA1031 // A listener of traces and metrics never breaks a run: its exceptions are reported.
internal sealed partial class ObservedRun<TObserver>
{
    private void TraceRunStart()
    {
        try
        {
            var trace = ((RunTelemetry)(object)_observer).Trace;
            if (trace.StartRun(Stages.Pipeline, _entryPoint, KnownContext, _runStartedAt))
            {
                trace.Identify(Identify(_runStartedAt), KnownContext);
            }
        }
        catch (Exception exception)
        {
            KeepFailure(exception);
        }
    }

    // A run that was counted as active must be removed from the count, even if a listener has thrown in the meantime.
    private void TraceRunEnd(in Details end, long now)
    {
        try
        {
            ((RunTelemetry)(object)_observer).Trace.EndRun(
                end.Status,
                end.Error,
                end.Reason,
                MomentOf(now),
                end.Duration.GetValueOrDefault()
            );
        }
        catch (Exception exception)
        {
            KeepFailure(exception);
        }
    }

    private void TraceStart(int stage, long now)
    {
        // An output that is read after the run may still use the context of a stage.
        if (Volatile.Read(ref _observerFailure) is not null || _hasEndedForOutput)
        {
            return;
        }

        try
        {
            ((RunTelemetry)(object)_observer).Trace.StartStage(stage, NameOf(stage), MomentOf(now));
        }
        catch (Exception exception)
        {
            KeepFailure(exception);
        }
    }

    private void TraceCompletion(int stage, long now)
    {
        // An output that is read after the run may still use the context of a stage.
        if (Volatile.Read(ref _observerFailure) is not null || _hasEndedForOutput)
        {
            return;
        }

        try
        {
            var duration = Elapsed(_started[stage], now);
            ((RunTelemetry)(object)_observer).Trace.CompleteStage(stage, NameOf(stage), CallsOf(stage), duration);
        }
        catch (Exception exception)
        {
            KeepFailure(exception);
        }
    }

    // The stage has returned, but its output is still being produced. Subsequent calls are not part of its span.
    private void TraceReturn()
    {
        try
        {
            ((RunTelemetry)(object)_observer).Trace.LeaveStage();
        }
        catch (Exception exception)
        {
            KeepFailure(exception);
        }
    }
}
#pragma warning restore CA1031
