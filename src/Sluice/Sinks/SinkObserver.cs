namespace Sluice;

/// <summary>Adds the events of a run to a <see cref="RunEventSink"/>. The default instance does nothing.</summary>
/// <remarks>Obtain an instance from <see cref="RunEventSink.Observer"/>.</remarks>
#pragma warning disable CA1815 // Observers are not compared.
public readonly struct SinkObserver : IRunObserver
#pragma warning restore CA1815
{
    private readonly RunEventSink? _sink;

    internal SinkObserver(RunEventSink sink) => _sink = sink;

    /// <inheritdoc />
    public void Observe(in RunEvent runEvent) => _sink?.Add(in runEvent);
}
