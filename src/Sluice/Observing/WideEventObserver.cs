using Sluice.JsonLines;

namespace Sluice;

/// <summary>
/// Writes the lines of a run to <see cref="WideEvents"/> when the run has ended, on the thread that ends it. One that was not got from
/// there does nothing.
/// </summary>
/// <remarks>
/// It keeps what it is told in the run's own copy of it: of a run that never ends, a stream that is neither read to its end nor disposed
/// of, nothing is written and nothing stays behind. Code that passes events on to it must keep it in a field that is not read-only, and
/// must keep one for each run.
/// </remarks>
#pragma warning disable CA1815 // Nobody compares two of them.
public struct WideEventObserver : IRunObserver
#pragma warning restore CA1815
{
    private readonly WideEvents? _target;
    private RunRecord? _run;

    internal WideEventObserver(WideEvents target) => _target = target;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The event is not of the run whose start this copy was told of.</exception>
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
                $"An observer of wide events was not told of the start of run {runEvent.RunId}: "
                    + "it was copied after that, or is shared by several runs."
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
