using Sluice.JsonLines;

namespace Sluice;

/// <summary>
/// Collects the events of a run and writes its lines to <see cref="WideEvents"/> when the run ends, on the thread that
/// ends it.
/// </summary>
/// <remarks>
/// <para>
/// Obtain an instance from <see cref="WideEvents.Observer"/>. The default instance does nothing.
/// </para>
/// <para>
/// The events are kept in the run's own copy of the struct. If a run never ends, such as a stream that is neither read
/// to its end nor disposed, nothing is written and nothing is leaked. Code that forwards events to an observer must use
/// one instance per run, and must keep it in a field that is not read-only.
/// </para>
/// </remarks>
#pragma warning disable CA1815 // Observers are not compared.
public struct WideEventObserver : IRunObserver
#pragma warning restore CA1815
{
    private readonly WideEvents? _target;
    private RunRecord? _run;

    internal WideEventObserver(WideEvents target) => _target = target;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">
    /// The event belongs to another run than the one whose start this instance received.
    /// </exception>
    public void Observe(in RunEvent runEvent)
    {
        if (_target is null)
        {
            return;
        }

        if (runEvent.Kind == RunEventKind.RunStarted)
        {
            _run = RunRecord.Rent();
        }
        else if (_run is null || _run.RunId != runEvent.RunId)
        {
            throw new InvalidOperationException(
                $"The wide-event observer did not receive the start of run {runEvent.RunId}. "
                    + "It was copied later, or several runs share it."
            );
        }

        _run.Add(in runEvent);
        if (runEvent.Kind == RunEventKind.RunCompleted)
        {
            var run = _run;
            _run = null;
            _target.Write(run);
        }
    }
}
