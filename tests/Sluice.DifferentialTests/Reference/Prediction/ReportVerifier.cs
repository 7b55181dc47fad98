using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>Compares the report of a run with what its stages did.</summary>
internal static class ReportVerifier
{
    public static IEnumerable<string> Verify(RunRecord record, Evaluator evaluator)
    {
        var (plan, observation) = (record.Plan, record.Observation);
        if (observation.Report is not { } report)
        {
            return observation.ReportsNothing || (observation.Failure is null && !plan.EntryPoint.GivesResult)
                ? []
                : ["There is no report"];
        }

        var entries = record.Trace.ToLookup(entry => entry.Stage);
        var told = report.Stages.ToLookup(stage => stage.Name);
        var views = record.Views.ToDictionary(view => view.Stage, view => view.Output);
        return plan
            .Stages.Where(stage => !stage.IsPredicate)
            .SelectMany(stage =>
                Check(
                    stage,
                    evaluator[stage.Id],
                    told[stage.Name].FirstOrDefault(),
                    [.. entries[stage.Id]],
                    views.TryGetValue(stage.Id, out var view) ? view : null,
                    observation.Failure is not null
                )
            );
    }

    private static IEnumerable<string> Check(
        StageShape stage,
        Verdict verdict,
        StageReport? told,
        Entry[] trace,
        Seen? view,
        bool hasFailed
    )
    {
        if (told is null)
        {
            yield return $"The report does not tell of S{stage.Id}";
            yield break;
        }

        // A stage that runs for each element may be cancelled between elements, and a stream while it is read: nothing shows it.
        var isCutShort =
            hasFailed
            && (stage.Each is not null || stage.Content == Content.Stream)
            && told.Status == StageStatus.Cancelled;
        if (!isCutShort && !Expected(verdict, trace, hasFailed).Contains(told.Status))
        {
            yield return $"S{stage.Id} is told to be {told.Status}";
        }

        if (told.Status == StageStatus.Skipped && string.IsNullOrEmpty(told.Reason))
        {
            yield return $"S{stage.Id} is told to be skipped without a reason";
        }

        if (told.Status == StageStatus.Failed && !verdict.Failures.Contains(Seen.Failure(told.Error!)))
        {
            // A stream's failure reaches the stages that read it.
            yield return $"S{stage.Id} is told to have failed with {told.Error}";
        }

        if (stage.Each is null && told.Attempts != (trace.Any(entry => entry.Kind == Happening.Started) ? 1 : 0))
        {
            yield return $"S{stage.Id} is told to have been called {told.Attempts} times";
        }

        if (view is { } seen && told.Status == StageStatus.Completed && seen.Text != verdict.Text)
        {
            yield return $"The view says of S{stage.Id} {seen}, not {verdict.Text}";
        }
    }

    private static StageStatus[] Expected(Verdict verdict, Entry[] trace, bool hasFailed)
    {
        if (trace.All(entry => entry.Kind == Happening.CallerCancels))
        {
            // A stage that runs for each of no elements runs unseen.
            return verdict.Fate == Fate.Produced && verdict.Text == "[]"
                    ? [StageStatus.Completed, StageStatus.Skipped, StageStatus.NotStarted]
                : hasFailed ? [StageStatus.NotStarted, StageStatus.Skipped]
                : [StageStatus.Skipped];
        }

        // An exception that says so is a cancellation if a token of the run is cancelled by then.
        if (
            trace.Any(entry =>
                entry.Kind is Happening.CancelledByToken or Happening.CancelledRun
                || entry.Exception is OperationCanceledException
            )
        )
        {
            return [StageStatus.Cancelled, StageStatus.Failed];
        }

        var isPartial = trace.Count(entry => entry.Kind == Happening.Started) < verdict.Calls.Count;
        return verdict.Fate switch
        {
            // The run may have been cancelled before the element came that fails.
            Fate.Failed when isPartial && trace.All(entry => entry.Kind != Happening.Failed) => [StageStatus.Cancelled],
            Fate.Failed => [StageStatus.Failed],
            Fate.Skipped => [StageStatus.Skipped],
            // Some of many elements may not have been begun.
            _ when isPartial => [StageStatus.Cancelled, StageStatus.NotStarted],
            _ => [StageStatus.Completed],
        };
    }
}
