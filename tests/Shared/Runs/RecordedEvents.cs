using System.Collections.Concurrent;
using Xunit;

namespace Sluice.Tests.Shared.Runs;

/// <summary>Records the events of any number of runs.</summary>
internal sealed class RecordedEvents
{
    private readonly ConcurrentQueue<RunEvent> _events = new();

    /// <summary>An observer that records the events of any number of concurrent runs.</summary>
    public RecordingObserver Observer => new(this);

    /// <summary>All events, in the order in which the observer received them.</summary>
    public IReadOnlyList<RunEvent> All => [.. _events];

    /// <summary>The events of each run, ordered by sequence number.</summary>
    public IReadOnlyList<IReadOnlyList<RunEvent>> Runs =>
        [
            .. _events
                .GroupBy(runEvent => runEvent.RunId)
                .Select(IReadOnlyList<RunEvent> (run) => [.. run.OrderBy(runEvent => runEvent.SequenceNumber)]),
        ];

    /// <summary>The event that ended the stage. There must be exactly one run.</summary>
    public RunEvent EndOf(string stage) =>
        Assert.Single(
            _events,
            runEvent =>
                runEvent.Stage == stage
                && runEvent.Kind
                    is RunEventKind.StageCompleted
                        or RunEventKind.StageSkipped
                        or RunEventKind.StageFailed
                        or RunEventKind.StageCancelled
        );

    public void Add(in RunEvent runEvent) => _events.Enqueue(runEvent);

    /// <summary>Fails the test if there are no events or if the events of any run are not well formed.</summary>
    public void Check(IReadOnlyCollection<string>? guards = null, IReadOnlyCollection<string>? fanOuts = null)
    {
        Assert.NotEmpty(_events);
        foreach (var run in Runs)
        {
            new RunEventChecker { Guards = guards ?? [], FanOuts = fanOuts ?? [] }.CheckRun(run);
        }
    }
}
