using System.Collections.Concurrent;
using Xunit;

namespace Sluice.Tests.Shared.Runs;

/// <summary>Keeps all events that its observer is told of, of any number of runs.</summary>
internal sealed class RecordedEvents
{
    private readonly ConcurrentQueue<RunEvent> _events = new();

    /// <summary>What tells it, for any number of runs at once.</summary>
    public RecordingObserver Observer => new(this);

    /// <summary>All events, in the order in which they were told.</summary>
    public IReadOnlyList<RunEvent> All => [.. _events];

    /// <summary>The events of each run, in the order of their numbers.</summary>
    public IReadOnlyList<IReadOnlyList<RunEvent>> Runs =>
        [
            .. _events
                .GroupBy(runEvent => runEvent.RunId)
                .Select(IReadOnlyList<RunEvent> (run) => [.. run.OrderBy(runEvent => runEvent.SequenceNumber)]),
        ];

    /// <summary>The event that ended a stage, of the one run that there was.</summary>
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

    /// <summary>Fails the test where there is no event, or the events of any run are not well formed.</summary>
    public void Check(IReadOnlyCollection<string>? guards = null, IReadOnlyCollection<string>? fanOuts = null)
    {
        Assert.NotEmpty(_events);
        foreach (var run in Runs)
        {
            new RunEventChecker { Guards = guards ?? [], FanOuts = fanOuts ?? [] }.CheckRun(run);
        }
    }
}
