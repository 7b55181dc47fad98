using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>Checks the report of the outermost run against what its stages did.</summary>
/// <param name="run">The outermost run.</param>
/// <param name="observation">The end of the run as the caller sees it.</param>
internal sealed class ReportRules(RunTrace run, Observation observation)
{
    public IEnumerable<string> Check()
    {
        if (observation.Report is not { } report)
        {
            // If a clean-up fails after all else has succeeded, the end of each stage is known without a report.
            return observation.Failure is null || !run.Failures.Any() && run.HasFailedCleanUp
                ? []
                : ["There is no report"];
        }

        return run.Plan.Stages.SelectMany(stage => Check(stage, report));
    }

    private IEnumerable<string> Check(StageShape stage, RunReport report)
    {
        // The name of a nested stage is that of its entry point.
        var told = report.Stages.FirstOrDefault(other => other.Name == stage.Name || other.Name == stage.Method);
        if (told is null)
        {
            yield return $"The report does not tell of S{stage.Id}";
            yield break;
        }

        var calls = run.Calls.Where(call => call.Stage.Id == stage.Id).ToArray();
        // A further round may leave out a stage that had run before, if the run goes on after failures.
        var isLeftOut =
            told.Status == StageStatus.Skipped && calls.Length > 0 && calls[^1].Start < run.RoundOf(stage.Id);

        // A nested run that is cancelled before its first stage leaves no trace. It may be the last of several that a guard asked for.
        var hasCallWithoutTrace =
            told.Attempts == calls.Length + 1
            && stage.Nested is not null
            && (run.HasFailed || run.Trace.Any(entry => entry.Kind == Happening.CallerCancels));
        if (
            !Expected(stage, calls).Contains(told.Status)
            && !isLeftOut
            && !(hasCallWithoutTrace && told.Status == StageStatus.Cancelled)
        )
        {
            yield return $"S{stage.Id} is told to be {told.Status}";
        }

        if (told.Attempts != calls.Length && !hasCallWithoutTrace)
        {
            yield return $"S{stage.Id} is told to have had {told.Attempts} attempts, not {calls.Length}";
        }
    }

    private StageStatus[] Expected(StageShape stage, StageCall[] calls)
    {
        if (calls.Length == 0)
        {
            return stage.Nested is null
                ? [StageStatus.NotStarted, StageStatus.Skipped]
                : [StageStatus.NotStarted, StageStatus.Skipped, StageStatus.Cancelled];
        }

        return calls[^1].Result switch
        {
            CallResult.Completed => [StageStatus.Completed],
            CallResult.Failed or CallResult.Refused => stage.Nested is null
                ? [StageStatus.Failed]
                : [StageStatus.Failed, StageStatus.Cancelled],
            CallResult.Cancelled => [StageStatus.Cancelled],
            _ => [StageStatus.Cancelled, StageStatus.Failed, StageStatus.Completed],
        };
    }
}
