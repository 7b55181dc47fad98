using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>Checks that a run undid and cleaned up what it had to, and nothing else.</summary>
/// <param name="run">The run.</param>
/// <param name="hasFailed">Whether the run failed or was cancelled; <see langword="null"/> if the trace does not tell.</param>
/// <param name="isExact">Whether all happened on one thread, so that the trace has one order.</param>
internal sealed class EndRules(RunTrace run, bool? hasFailed, bool isExact)
{
    public IEnumerable<string> Check() => CheckUndone().Concat(CheckCleanedUp()).Concat(CheckCauseOfUndoing());

    private IEnumerable<string> CheckUndone()
    {
        var undone = Calls(Happening.UndoStarted).ToArray();
        var completed = run
            .Calls.Where(call =>
                call is { Result: CallResult.Completed, Invocation: not null, Stage.IsCompensated: true }
            )
            .OrderByDescending(call => call.End)
            .Select(call => call.Invocation!)
            .ToArray();
        var mustUndo = hasFailed ?? undone.Length > 0;
        var expected = mustUndo ? completed : [];
        if (!IsSame(expected, undone))
        {
            yield return $"Undone were [{Text(undone)}], not [{Text(expected)}]";
        }

        var lastCall = run.Calls.Select(call => call.End).DefaultIfEmpty(-1).Max();
        if (run.Entries.Any(position => run.Trace[position].Kind == Happening.UndoStarted && position < lastCall))
        {
            yield return "A call was undone before all calls had ended";
        }
    }

    private IEnumerable<string> CheckCleanedUp()
    {
        var registered = Calls(Happening.CleanUpRegistered).Reverse().ToArray();
        var cleaned = Calls(Happening.CleanUpStarted).ToArray();
        return IsSame(registered, cleaned) ? [] : [$"Cleaned up were [{Text(cleaned)}], not [{Text(registered)}]"];
    }

    private IEnumerable<string> CheckCauseOfUndoing()
    {
        var causes = run.Causes.ToArray();
        var told = run
            .Entries.Where(position => run.Trace[position].Kind == Happening.UndoStarted)
            .Select(position => run.Trace[position].Exception!)
            .Distinct()
            .ToArray();
        if (told.Length > 1)
        {
            yield return "Calls of one run were undone for different exceptions";
        }

        foreach (
            var exception in told.Where(exception =>
                exception is not OperationCanceledException and not GuardFailedException && !causes.Contains(exception)
            )
        )
        {
            yield return $"A call was undone for {exception.Message}, which did not happen in its run";
        }
    }

    private bool IsSame(Invocation[] expected, Invocation[] actual) =>
        isExact
            ? expected.SequenceEqual(actual)
            : expected.Length == actual.Length && expected.ToHashSet().SetEquals(actual);

    private IEnumerable<Invocation> Calls(Happening kind) =>
        run.Entries.Where(position => run.Trace[position].Kind == kind).Select(position => run.Trace[position].Call!);

    private static string Text(IEnumerable<Invocation> calls) => string.Join(", ", calls);
}
