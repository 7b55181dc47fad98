using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Sluice.Benchmarks.Telemetry;

/// <summary>
/// The same spans and metrics as Sluice's, written by hand: methods that take the measured work as a closure. Names,
/// attributes, units and recorded failures are the same.
/// </summary>
/// <param name="pipeline">The name of the pipeline.</param>
/// <param name="entryPoint">The name of the entry point.</param>
internal sealed class HandTraced(string pipeline, string entryPoint)
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "ByHand";

    private static readonly ActivitySource Spans = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> RunDuration = Meter.CreateHistogram<double>("run.duration", "s");
    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>("stage.duration", "s");
    private static readonly Counter<long> RunOutcomes = Meter.CreateCounter<long>("run.outcomes");
    private static readonly Counter<long> StageOutcomes = Meter.CreateCounter<long>("stage.outcomes");
    private static readonly UpDownCounter<long> ActiveRuns = Meter.CreateUpDownCounter<long>("run.active");

    private readonly string _spanName = $"{pipeline}.{entryPoint}";

    /// <summary>Traces a synchronous run.</summary>
    public T Run<T>(Func<T> run)
    {
        using var span = StartRun();
        var start = Stopwatch.GetTimestamp();
        var status = "succeeded";
        Exception? error = null;
        try
        {
            return run();
        }
        catch (Exception exception)
        {
            (error, status) = (exception, StatusOf(exception));
            throw;
        }
        finally
        {
            EndRun(span, start, status, error);
        }
    }

    /// <summary>Traces an asynchronous run.</summary>
    public async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> run)
    {
        using var span = StartRun();
        var start = Stopwatch.GetTimestamp();
        var status = "succeeded";
        Exception? error = null;
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            (error, status) = (exception, StatusOf(exception));
            throw;
        }
        finally
        {
            EndRun(span, start, status, error);
        }
    }

    /// <summary>Traces a synchronous stage.</summary>
    public T Stage<T>(string stage, Func<T> call)
    {
        using var span = StartStage(stage);
        var start = Stopwatch.GetTimestamp();
        var status = "completed";
        Exception? error = null;
        try
        {
            return call();
        }
        catch (Exception exception)
        {
            (error, status) = (exception, StatusOf(exception));
            throw;
        }
        finally
        {
            EndStage(span, stage, start, status, error);
        }
    }

    /// <summary>Traces an asynchronous stage.</summary>
    public async ValueTask<T> StageAsync<T>(string stage, Func<ValueTask<T>> call)
    {
        using var span = StartStage(stage);
        var start = Stopwatch.GetTimestamp();
        var status = "completed";
        Exception? error = null;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            (error, status) = (exception, StatusOf(exception));
            throw;
        }
        finally
        {
            EndStage(span, stage, start, status, error);
        }
    }

    private static string StatusOf(Exception exception) =>
        exception is OperationCanceledException ? "cancelled" : "failed";

    private Activity? StartRun()
    {
        ActiveRuns.Add(1, new("sluice.pipeline", pipeline), new("sluice.entry_point", entryPoint));
        var span = Spans.StartActivity(_spanName);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("sluice.pipeline", pipeline);
            span.SetTag("sluice.entry_point", entryPoint);
            span.SetTag("sluice.run.id", Guid.CreateVersion7().ToString());
        }

        return span;
    }

    private void EndRun(Activity? span, long start, string status, Exception? error)
    {
        ActiveRuns.Add(-1, new("sluice.pipeline", pipeline), new("sluice.entry_point", entryPoint));
        var tags = new TagList
        {
            { "sluice.pipeline", pipeline },
            { "sluice.entry_point", entryPoint },
            { "sluice.run.status", status },
        };
        End(span, ref tags, "sluice.run.status", status, error);
        RunDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        RunOutcomes.Add(1, tags);
    }

    private Activity? StartStage(string stage)
    {
        var span = Spans.StartActivity(stage);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("sluice.pipeline", pipeline);
            span.SetTag("sluice.entry_point", entryPoint);
            span.SetTag("sluice.stage", stage);
        }

        return span;
    }

    private void EndStage(Activity? span, string stage, long start, string status, Exception? error)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("sluice.stage.attempts", 1);
        }

        var tags = new TagList
        {
            { "sluice.pipeline", pipeline },
            { "sluice.entry_point", entryPoint },
            { "sluice.stage", stage },
            { "sluice.stage.status", status },
        };
        End(span, ref tags, "sluice.stage.status", status, error);
        StageDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
        StageOutcomes.Add(1, tags);
    }

    private static void End(Activity? span, ref TagList tags, string statusName, string status, Exception? error)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(statusName, status);
        }

        if (status == "failed" && error is not null)
        {
            var type = error.GetType().FullName;
            tags.Add("error.type", type);
            span?.SetTag("error.type", type);
            span?.SetStatus(ActivityStatusCode.Error, error.Message);
            span?.AddException(error);
        }
    }
}
