namespace Sluice;

/// <summary>Hands the events of a run to a <see cref="RunEventSink"/>. One that was not got from a sink does nothing.</summary>
#pragma warning disable CA1815 // Nobody compares two of them.
public readonly struct SinkObserver : IRunObserver
#pragma warning restore CA1815
{
    private readonly RunEventSink? _sink;

    internal SinkObserver(RunEventSink sink) => _sink = sink;

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) => _sink?.Add(in runEvent);
}
