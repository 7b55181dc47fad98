using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Execution;

/// <summary>Holds what a run did against what it had to do.</summary>
internal static class RunVerifier
{
    public static IEnumerable<string> Verify(Run run, Scenario scenario, Value[] outputs, Exception? failure)
    {
        var record = run.Record();
        var trace = record.Trace;
        // On several threads one cannot say which stage had to be the next.
        var isExact = scenario.Mode != RunMode.Free && !run.Plan.HasOffloadedStage;
        var complaints = record.Problems.Concat(Outcome(run, trace, outputs, failure, isExact));
        if (isExact)
        {
            complaints = complaints.Concat(Order(run.Plan, trace));
        }

        return isExact && scenario.Mode == RunMode.AtOnce
            ? complaints.Concat(AgainstInterpreter(run, trace))
            : complaints;
    }

    private static IEnumerable<string> Outcome(
        Run run,
        IReadOnlyList<TraceEvent> trace,
        Value[] outputs,
        Exception? failure,
        bool isExact
    )
    {
        var failures = trace.Where(item => item.Kind == EventKind.Failed).ToArray();
        var succeeded = trace.Count(item => item.Kind == EventKind.Succeeded);
        if (succeeded == run.Plan.Order.Count)
        {
            // A cancellation that comes when nothing is left to start changes nothing.
            var expected = ReferenceInterpreter.Outputs(run.Plan, run.Input.Number, run.Seed.Number);
            var isAsExpected =
                outputs.Select(output => output.Number).SequenceEqual(expected)
                && outputs.Select(output => output.Producer).SequenceEqual(run.Plan.EntryPoint.Outputs)
                && outputs.All(output => ReferenceEquals(output.Run, run));
            return failure is null && isAsExpected
                ? []
                : ["Every stage succeeded, but the outputs are not what they should be"];
        }

        var cancelled = trace.Any(item => item.Kind == EventKind.CallerCancels);
        if (failures.Length == 0 && !cancelled)
        {
            return ["The run ended early without a reason"];
        }

        var isFailureOfStage = failures.Any(item => ReferenceEquals(item.Exception, failure));
        if (isExact && failures.Length > 0 && (!cancelled || IsFirst(trace, EventKind.Failed, EventKind.CallerCancels)))
        {
            return ReferenceEquals(failures[0].Exception, failure) ? [] : ["The first failure is not what was thrown"];
        }

        return isFailureOfStage || (cancelled && failure is OperationCanceledException)
            ? []
            : ["What was thrown is neither a stage's failure nor the caller's cancellation"];
    }

    /// <summary>
    /// Follows the trace of a run on one thread: each stage that starts has to be the first that is ready, none may be ready and
    /// not started when the run is idle, and nothing may start after a failure or a cancellation.
    /// </summary>
    private static IEnumerable<string> Order(EntryPointPlan plan, IReadOnlyList<TraceEvent> trace)
    {
        var started = new HashSet<int>();
        var succeeded = new HashSet<int>();
        var isOver = false;
        foreach (var item in trace)
        {
            var next = ReferenceInterpreter.NextToStart(plan, started, succeeded);
            switch (item.Kind)
            {
                case EventKind.Started when isOver:
                    yield return $"S{item.Stage} started after a failure or a cancellation";
                    break;
                case EventKind.Started when next != item.Stage:
                    yield return $"S{item.Stage} started where {(next is null ? "none" : $"S{next}")} had to";
                    break;
                case EventKind.Idle when !isOver && next is not null:
                    yield return $"S{next} was ready and did not start";
                    break;
            }

            _ = item.Kind switch
            {
                EventKind.Started => started.Add(item.Stage),
                EventKind.Succeeded => succeeded.Add(item.Stage),
                EventKind.Idle => false,
                _ => isOver = true,
            };
        }
    }

    private static IEnumerable<string> AgainstInterpreter(Run run, IReadOnlyList<TraceEvent> trace)
    {
        var actual = trace.Where(item => item.Kind == EventKind.Started).Select(item => item.Stage);
        var expected = ReferenceInterpreter.StartsWhenAllCompletesAtOnce(
            run.Plan,
            id => run.BehaviourOf(id) is { Fault: not Fault.None } or { CancelsCaller: true }
        );
        return actual.SequenceEqual(expected)
            ? []
            : [$"Expected to start: {string.Join(' ', expected.Select(id => $"S{id}"))}"];
    }

    private static bool IsFirst(IReadOnlyList<TraceEvent> trace, EventKind first, EventKind second) =>
        trace.First(item => item.Kind == first || item.Kind == second).Kind == first;
}
