using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>Knows which failures of stages are failures of the run.</summary>
internal static class PredictedFailures
{
    /// <summary>Whether the run fails for an entry of its trace, at once or in the end.</summary>
    public static bool IsFailure(this RunRecord record, Entry entry) =>
        IsFailureOfStage(entry)
        && !record.Plan.IsHandled(entry.Stage)
        && (record.Plan.Stage(entry.Stage).Each is null || record.Plan.ElementForm(entry.Stage) != Form.Outcome);

    private static bool IsFailureOfStage(Entry entry) =>
        entry.Kind == Happening.Failed
        || (entry.Kind == Happening.Succeeded && entry.Call!.Conduct.Ending == Ending.GivesUnnamed);
}
