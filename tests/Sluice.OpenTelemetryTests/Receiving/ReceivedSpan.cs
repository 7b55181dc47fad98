namespace Sluice.OpenTelemetryTests.Receiving;

/// <summary>A received span.</summary>
internal sealed class ReceivedSpan(ProtobufMessage span, string scope, string scopeVersion)
{
    public const int InternalKind = 1;
    public const int Unset = 0;
    public const int Error = 2;

    /// <summary>The name and version of the activity source.</summary>
    public (string Name, string Version) Scope => (scope, scopeVersion);

    public string TraceId => span.Hex(1);

    public string SpanId => span.Hex(2);

    public string ParentSpanId => span.Hex(4);

    public string Name => span.Text(5);

    public long Kind => span.Number(6);

    /// <summary>The start and end of the span, in nanoseconds since 1970.</summary>
    public (long Start, long End) Times => (span.Number(7), span.Number(8));

    public IReadOnlyDictionary<string, object> Attributes => ReceivedAttributes.In(span, 9);

    public IEnumerable<(string Name, IReadOnlyDictionary<string, object> Attributes)> Events =>
        span.Messages(11).Select(happened => (happened.Text(2), ReceivedAttributes.In(happened, 3)));

    public IEnumerable<(string TraceId, string SpanId)> Links =>
        span.Messages(13).Select(link => (link.Hex(1), link.Hex(2)));

    public (long Code, string Message) Status =>
        span.Messages(15).Select(status => (status.Number(3), status.Text(2))).SingleOrDefault((Unset, ""));
}
