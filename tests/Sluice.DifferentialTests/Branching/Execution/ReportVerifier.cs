using Sluice.DifferentialTests.Branching.Probing;
using Sluice.DifferentialTests.Branching.Reference;
using Sluice.DifferentialTests.Branching.Shapes;

namespace Sluice.DifferentialTests.Branching.Execution;

/// <summary>Holds what a run tells of its stages against what they did.</summary>
internal static class ReportVerifier
{
    public static IEnumerable<string> Verify(
        BranchingUnderTest pipeline,
        BranchingPlan plan,
        Evaluator evaluator,
        Probe run,
        Observation observation
    )
    {
        if (observation.Report is not { } report)
        {
            return !pipeline.Reports || (observation.Failure is null && !plan.Pipeline.EntryPoint.GivesResult)
                ? []
                : ["There is no report"];
        }

        var trace = run.Trace();
        var views = pipeline.View(report).ToDictionary(view => view.Stage, view => view.Output);
        return plan
            .Stages.Where(stage => !stage.IsCondition)
            .SelectMany(stage =>
                Check(
                    stage,
                    evaluator[stage.Id],
                    report.Stages.FirstOrDefault(told => told.Name == stage.Name),
                    [.. trace.Where(entry => entry.Stage == stage.Id && entry.Kind != Happening.Idle)],
                    views.TryGetValue(stage.Id, out var view) ? view : null,
                    observation.Failure is not null
                )
            );
    }

    private static IEnumerable<string> Check(
        BranchingStage stage,
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

        // One that runs for each element may be cancelled between elements, and one that streams while it is read: nothing shows it.
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
            // A stream's failure reaches those who read it.
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
            // One that runs for each of no elements runs unseen.
            return verdict.Fate == Fate.Produced && verdict.Text == "[]"
                    ? [StageStatus.Completed, StageStatus.Skipped, StageStatus.NotStarted]
                : hasFailed ? [StageStatus.NotStarted, StageStatus.Skipped]
                : [StageStatus.Skipped];
        }

        if (trace.Any(entry => entry.Kind is Happening.CancelledByToken or Happening.CancelledRun))
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
            // Of many elements some may not have been begun.
            _ when isPartial => [StageStatus.Cancelled, StageStatus.NotStarted],
            _ => [StageStatus.Completed],
        };
    }
}
