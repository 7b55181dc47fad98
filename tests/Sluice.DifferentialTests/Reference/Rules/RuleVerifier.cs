using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Rules;

/// <summary>Checks a run with guards, compensations and nested runs, whose outcome is not predicted, by the rules of the language.</summary>
internal static class RuleVerifier
{
    public static IEnumerable<string> Verify(RunRecord record)
    {
        var (outermost, observation) = (Outermost(record), record.Observation);
        var isCancelled = record.Trace.Any(entry => entry.Kind == Happening.CallerCancels);
        foreach (var run in outermost.SelfAndNested())
        {
            bool? hasFailed =
                run == outermost ? observation.Failure is not null
                : run.HasFailed ? true
                : isCancelled || outermost.HasFailed ? null
                : false;
            foreach (
                var complaint in new CallRules(run, record.IsExact)
                    .Check()
                    .Concat(new EndRules(run, hasFailed, record.IsExact).Check())
            )
            {
                yield return $"{run.Plan.Pipeline.ClassName}: {complaint}";
            }
        }

        foreach (
            var complaint in new OutcomeRules(outermost, observation, record.IsExact)
                .Check()
                .Concat(observation.IsOwn ? new ReportRules(outermost, observation).Check() : [])
        )
        {
            yield return complaint;
        }
    }

    /// <summary>The trace of a run as that of runs within runs.</summary>
    public static RunTrace Outermost(RunRecord record) =>
        new(record.Plan, record.Run.Context.RunId, null, record.Trace);
}
