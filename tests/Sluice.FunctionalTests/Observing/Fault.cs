namespace Sluice.FunctionalTests.Observing;

/// <summary>The exception that an observer throws at a certain event, with counts of its calls.</summary>
/// <param name="kind">The kind of event at which the observer throws.</param>
/// <param name="occurrence">The number of the event among those of this kind, from 1.</param>
internal sealed class Fault(RunEventKind kind, int occurrence = 1)
{
    private readonly object _gate = new();
    private int _seen;

    public InvalidOperationException Exception { get; } = new($"{kind} {occurrence}");

    /// <summary>An observer that throws at that event.</summary>
    public FaultyObserver Observer => new(this);

    /// <summary>The number of times that the exception was thrown.</summary>
    public int Thrown { get; private set; }

    /// <summary>The number of calls of the observer after the exception.</summary>
    public int CallsAfterwards { get; private set; }

    public void Take(in RunEvent runEvent)
    {
        lock (_gate)
        {
            CallsAfterwards += Thrown > 0 ? 1 : 0;
            if (runEvent.Kind != kind || ++_seen < occurrence)
            {
                return;
            }

            Thrown++;
        }

        throw Exception;
    }
}
