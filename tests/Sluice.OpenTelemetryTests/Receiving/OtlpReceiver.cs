using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sluice.OpenTelemetryTests.Receiving;

/// <summary>
/// Receives the data that an OpenTelemetry SDK exports (OTLP, as protobuf over HTTP), on a loopback port that the system chooses.
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<ProtobufMessage> _traces = new();
    private readonly ConcurrentQueue<ProtobufMessage> _metrics = new();

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/v1/traces", (HttpContext context) => KeepAsync(context, _traces));
        _server.MapPost("/v1/metrics", (HttpContext context) => KeepAsync(context, _metrics));
    }

    /// <summary>The address for spans.</summary>
    public Uri Traces => new(Address, "/v1/traces");

    /// <summary>The address for metrics.</summary>
    public Uri Metrics => new(Address, "/v1/metrics");

    /// <summary>All spans received so far.</summary>
    public IReadOnlyList<ReceivedSpan> Spans =>
        [
            .. from request in _traces
            from resource in request.Messages(1)
            from scope in resource.Messages(2)
            let source = Assert.Single(scope.Messages(1))
            from span in scope.Messages(2)
            select new ReceivedSpan(span, source.Text(1), source.Text(2)),
        ];

    /// <summary>The metrics received so far, by name.</summary>
    public IReadOnlyDictionary<string, ReceivedMetric> Instruments =>
        (
            from request in _metrics
            from resource in request.Messages(1)
            from scope in resource.Messages(2)
            from metric in scope.Messages(2)
            select new ReceivedMetric(metric)
        ).ToDictionary(metric => metric.Name);

    private Uri Address => new(Assert.Single(_server.Urls));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver._server.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<ProtobufMessage> received)
    {
        if (context.Request.ContentType != "application/x-protobuf")
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        received.Enqueue(new ProtobufMessage(body.ToArray()));

        // The response to both requests is an empty message.
        context.Response.ContentType = "application/x-protobuf";
    }
}
