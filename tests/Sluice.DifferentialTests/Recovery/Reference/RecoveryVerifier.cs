using Sluice.DifferentialTests.Recovery.Execution;
using Sluice.DifferentialTests.Recovery.Probing;

namespace Sluice.DifferentialTests.Recovery.Reference;

/// <summary>Holds what a run with guards, compensations and nested runs did and told against the rules of the language.</summary>
internal static class RecoveryVerifier
{
    /// <summary>Gives what is wrong with a trial.</summary>
    public static IEnumerable<string> Verify(RecoveryRecord record)
    {
        var (outermost, observation) = (record.Outermost(), record.Observation);
        var isCancelled = record.Trace.Any(entry => entry.Kind == TrialEvent.CallerCancels);
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
                yield return $"{run.Pipeline.ClassName}: {complaint}";
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
}
