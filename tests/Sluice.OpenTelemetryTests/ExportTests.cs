using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Sluice.OpenTelemetryTests.Pipelines;
using Sluice.OpenTelemetryTests.Receiving;

namespace Sluice.OpenTelemetryTests;

/// <summary>
/// The telemetry that a receiver gets over OTLP from the OpenTelemetry SDK, for pipelines whose assembly has the attribute.
/// </summary>
public sealed class ExportTests
{
    private const string Checkouts =
        "sluice.entry_point=RunAsync, sluice.pipeline=Sluice.OpenTelemetryTests.Pipelines.Checkout";
    private const string Quotes =
        "sluice.entry_point=QuoteAsync, sluice.pipeline=Sluice.OpenTelemetryTests.Pipelines.Pricing";
    private const string InvalidOperation = "System.InvalidOperationException";
    private const int FlushLimit = 60_000;

    [Fact]
    public async Task Spans_and_metrics_arrive_as_the_runs_were()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var context = new RunContext
        {
            RequestId = "r1",
            SessionId = "s1",
            UserId = "u1",
            TenantId = "t1",
        };
        using (
            var traces = Sdk.CreateTracerProviderBuilder()
                .SetSampler(new AlwaysOnSampler())
                .AddSource("Sluice")
                .AddOtlpExporter(options => Export(options, receiver.Traces))
                .Build()
        )
        using (
            var metrics = Sdk.CreateMeterProviderBuilder()
                .AddMeter("Sluice")
                .AddOtlpExporter(options => Export(options, receiver.Metrics))
                .Build()
        )
        {
            var pricing = new Pricing();
            var checkout = new Checkout(pricing);
            var receipt = await checkout.RunAsync(new Order(4, FailingCalls: 2), context).OrHang();
            Assert.Equal(10, receipt.Amount);
            await Assert
                .ThrowsAsync<InvalidOperationException>(() => checkout.RunAsync(new Order(0)).AsTask())
                .OrHang();
            Assert.Equal(5, (await pricing.QuoteAsync(new Order(2), receipt.FollowUp).OrHang()).Amount);

            Assert.True(traces.ForceFlush(FlushLimit));
            Assert.True(metrics.ForceFlush(FlushLimit));
            AssertSpans(receiver.Spans, context);
            AssertMetrics(receiver.Instruments);
        }
    }

    private static void Export(OtlpExporterOptions options, Uri receiver)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = receiver;
    }

    private static void AssertSpans(IReadOnlyList<ReceivedSpan> spans, RunContext context)
    {
        var version = typeof(RunContext).Assembly.GetName().Version!.ToString(3);
        Assert.All(
            spans,
            span =>
            {
                Assert.Equal(("Sluice", version), span.Scope);
                Assert.Equal(ReceivedSpan.InternalKind, span.Kind);
                Assert.InRange(span.Times.End, span.Times.Start, long.MaxValue);
            }
        );
        Assert.Equal(3, spans.Select(span => span.TraceId).Distinct().Count());

        var checkouts = spans.Where(span => span.Name == "Checkout.RunAsync").ToArray();
        Assert.Equal(2, checkouts.Length);
        AssertSucceeded(spans, checkouts.Single(span => span.Status.Code == ReceivedSpan.Unset), context);
        AssertFailed(spans, checkouts.Single(span => span.Status.Code == ReceivedSpan.Error));
        AssertFollowUp(spans, context);
    }

    private static void AssertSucceeded(IReadOnlyList<ReceivedSpan> spans, ReceivedSpan run, RunContext context)
    {
        Assert.Equal("", run.ParentSpanId);
        Assert.Equal(
            $"enduser.id=u1, session.id=s1, {Checkouts}, sluice.request.id=r1, sluice.run.id={context.RunId}, sluice.run.status=succeeded, sluice.tenant.id=t1",
            ReceivedAttributes.Line(run.Attributes)
        );
        var skipped = Assert.Single(run.Events);
        Assert.Equal(("sluice.stage.skipped", "Discount"), (skipped.Name, skipped.Attributes["sluice.stage"]));

        var stages = StagesOf(spans, run);
        Assert.Equal(["Close", "IsLarge", "Quote", "Reserve"], stages.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            $"{Checkouts}, sluice.stage=Reserve, sluice.stage.attempts=3, sluice.stage.status=completed",
            ReceivedAttributes.Line(stages["Reserve"].Attributes)
        );
        Assert.Equal(
            [
                "sluice.stage.retrying: exception.message=attempt 1, exception.type=System.TimeoutException, sluice.retry.delay=0, sluice.stage.attempt=1",
                "sluice.stage.retrying: exception.message=attempt 2, exception.type=System.TimeoutException, sluice.retry.delay=0, sluice.stage.attempt=2",
            ],
            stages["Reserve"].Events.Select(retry => $"{retry.Name}: {ReceivedAttributes.Line(retry.Attributes)}")
        );

        var nested = spans.Single(span => span.ParentSpanId == stages["Quote"].SpanId);
        Assert.Equal(("Pricing.QuoteAsync", run.TraceId), (nested.Name, nested.TraceId));
        Assert.Equal($"{context.RunId}", nested.Attributes["sluice.run.parent_id"]);
        Assert.Empty(nested.Links);
        Assert.Equal(["Multiply"], StagesOf(spans, nested).Keys);
    }

    private static void AssertFailed(IReadOnlyList<ReceivedSpan> spans, ReceivedSpan run)
    {
        Assert.Equal((ReceivedSpan.Error, "nothing to sell"), run.Status);
        Assert.Equal(("failed", InvalidOperation), (run.Attributes["sluice.run.status"], run.Attributes["error.type"]));
        var close = StagesOf(spans, run)["Close"];
        Assert.Equal((ReceivedSpan.Error, "nothing to sell"), close.Status);
        Assert.Equal(
            $"error.type={InvalidOperation}, {Checkouts}, sluice.stage=Close, sluice.stage.attempts=1, sluice.stage.status=failed",
            ReceivedAttributes.Line(close.Attributes)
        );
        var recorded = Assert.Single(close.Events);
        Assert.Equal("exception", recorded.Name);
        Assert.Equal(InvalidOperation, recorded.Attributes["exception.type"]);
        Assert.Equal("nothing to sell", recorded.Attributes["exception.message"]);
        Assert.Contains("Close", (string)recorded.Attributes["exception.stacktrace"], StringComparison.Ordinal);
    }

    // The follow-up run started after the stage that prepared it had ended, so it has its own trace, linked to that stage.
    private static void AssertFollowUp(IReadOnlyList<ReceivedSpan> spans, RunContext context)
    {
        var run = spans.Single(span => span.Name == "Pricing.QuoteAsync" && span.ParentSpanId.Length == 0);
        Assert.Equal($"{context.RunId}", run.Attributes["sluice.run.parent_id"]);
        var link = Assert.Single(run.Links);
        var linked = spans.Single(span => span.SpanId == link.SpanId);
        Assert.Equal(("Close", link.TraceId), (linked.Name, linked.TraceId));
        Assert.NotEqual(run.TraceId, link.TraceId);
    }

    private static void AssertMetrics(IReadOnlyDictionary<string, ReceivedMetric> metrics)
    {
        Assert.Equal(
            [
                "sluice.run.active {run}",
                "sluice.run.duration s",
                "sluice.run.outcomes {run}",
                "sluice.stage.duration s",
                "sluice.stage.outcomes {stage}",
                "sluice.stage.retries {attempt}",
            ],
            metrics.Values.Select(metric => $"{metric.Name} {metric.Unit}").Order(StringComparer.Ordinal)
        );
        Assert.All(metrics.Values, metric => Assert.NotEmpty(metric.Description));

        Assert.Equal(Lines((Checkouts, 0), (Quotes, 0)), Lines(metrics["sluice.run.active"].Sums));
        Assert.False(metrics["sluice.run.active"].IsMonotonicSum);

        var runs = Lines(
            ($"{Checkouts}, sluice.run.status=succeeded", 1),
            ($"error.type={InvalidOperation}, {Checkouts}, sluice.run.status=failed", 1),
            ($"{Quotes}, sluice.run.status=succeeded", 3)
        );
        Assert.Equal(runs, Lines(metrics["sluice.run.outcomes"].Sums));
        Assert.True(metrics["sluice.run.outcomes"].IsMonotonicSum);
        Assert.Equal(runs, Lines(Counts(metrics["sluice.run.duration"])));

        var ran = new[]
        {
            ($"{Checkouts}, sluice.stage=Reserve, sluice.stage.status=completed", 2L),
            ($"{Checkouts}, sluice.stage=Quote, sluice.stage.status=completed", 2L),
            ($"{Checkouts}, sluice.stage=IsLarge, sluice.stage.status=completed", 2L),
            ($"{Checkouts}, sluice.stage=Close, sluice.stage.status=completed", 1L),
            ($"error.type={InvalidOperation}, {Checkouts}, sluice.stage=Close, sluice.stage.status=failed", 1L),
            ($"{Quotes}, sluice.stage=Multiply, sluice.stage.status=completed", 3L),
        };
        Assert.Equal(Lines(ran), Lines(Counts(metrics["sluice.stage.duration"])));
        Assert.Equal(
            Lines([.. ran, ($"{Checkouts}, sluice.stage=Discount, sluice.stage.status=skipped", 2L)]),
            Lines(metrics["sluice.stage.outcomes"].Sums)
        );
        Assert.Equal(Lines(($"{Checkouts}, sluice.stage=Reserve", 2)), Lines(metrics["sluice.stage.retries"].Sums));

        var reserve = metrics["sluice.stage.duration"].Histograms[
            $"{Checkouts}, sluice.stage=Reserve, sluice.stage.status=completed"
        ];
        Assert.True(reserve.Sum > 0);
        Assert.Contains(0.025, reserve.Bounds);
    }

    private static Dictionary<string, ReceivedSpan> StagesOf(IReadOnlyList<ReceivedSpan> spans, ReceivedSpan run) =>
        spans
            .Where(span => span.ParentSpanId == run.SpanId)
            .ToDictionary(span =>
            {
                Assert.Equal(run.TraceId, span.TraceId);
                return span.Name;
            });

    private static Dictionary<string, long> Counts(ReceivedMetric metric) =>
        metric.Histograms.ToDictionary(histogram => histogram.Key, histogram => histogram.Value.Count);

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, long> counts) =>
        Lines([.. counts.Select(count => (count.Key, count.Value))]);

    private static IEnumerable<string> Lines(params (string Attributes, long Count)[] counts) =>
        counts
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Attributes}: {count.Count}"))
            .Order(StringComparer.Ordinal);
}
