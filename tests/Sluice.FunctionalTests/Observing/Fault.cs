namespace Sluice.FunctionalTests.Observing;

/// <summary>What an observer throws, when, and how often it was called.</summary>
/// <param name="kind">The kind of events that it throws at.</param>
/// <param name="occurrence">The number of the event of this kind, from 1.</param>
internal sealed class Fault(RunEventKind kind, int occurrence = 1)
{
    private readonly object _gate = new();
    private int _seen;

    public InvalidOperationException Exception { get; } = new($"{kind} {occurrence}");

    /// <summary>What throws it, for one run.</summary>
    public FaultyObserver Observer => new(this);

    /// <summary>How often it was thrown.</summary>
    public int Thrown { get; private set; }

    /// <summary>How often the observer was called after that.</summary>
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
