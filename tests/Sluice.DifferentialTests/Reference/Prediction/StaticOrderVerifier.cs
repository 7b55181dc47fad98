using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>
/// Follows a run on one thread whose stages have a static order: each stage that starts has to be the first that is ready, none may be
/// ready and not started when the run is idle, and nothing may start after a failure or a cancellation.
/// </summary>
internal sealed class StaticOrderVerifier(RunRecord record)
{
    public IEnumerable<string> Verify() => record.Mode == RunMode.AtOnce ? Steps().Concat(Starts()) : Steps();

    private IEnumerable<string> Steps()
    {
        var started = new HashSet<int>();
        var succeeded = new HashSet<int>();
        var isOver = false;
        foreach (var entry in record.Trace)
        {
            switch (entry.Kind)
            {
                case Happening.Started:
                    var next = StaticOrder.NextToStart(record.Plan, started, succeeded);
                    if (isOver)
                    {
                        yield return $"S{entry.Stage} started after a failure or a cancellation";
                    }
                    else if (next != entry.Stage)
                    {
                        yield return $"S{entry.Stage} started, not {(next is null ? "none" : $"S{next}")}";
                    }

                    started.Add(entry.Stage);
                    break;
                case Happening.Idle:
                    if (!isOver && StaticOrder.NextToStart(record.Plan, started, succeeded) is { } late)
                    {
                        yield return $"S{late} was ready and did not start";
                    }

                    break;
                case Happening.Succeeded:
                    succeeded.Add(entry.Stage);
                    break;
                default:
                    isOver = true;
                    break;
            }
        }
    }

    private IEnumerable<string> Starts()
    {
        var actual = record.Trace.Where(entry => entry.Kind == Happening.Started).Select(entry => entry.Stage);
        var expected = StaticOrder.StartsWhenAllCompletesAtOnce(
            record.Plan,
            id =>
                record.Circumstances.Conduct(id, null)
                    is { Ending: not Ending.Succeeds }
                        or { Cancellation: not CallerCancellation.None }
        );
        return actual.SequenceEqual(expected)
            ? []
            : [$"Expected to start: {string.Join(' ', expected.Select(id => $"S{id}"))}"];
    }
}
