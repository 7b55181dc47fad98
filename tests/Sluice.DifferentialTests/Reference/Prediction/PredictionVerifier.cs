using Sluice.DifferentialTests.Execution;
using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>Compares a run with the one that the reference predicts.</summary>
internal static class PredictionVerifier
{
    public static IEnumerable<string> Verify(RunRecord record)
    {
        var evaluator = new Evaluator(record.Plan, record.Circumstances);
        var complaints = new CallVerifier(record, evaluator)
            .Verify()
            .Concat(new OutcomeVerifier(record, evaluator).Verify())
            .Concat(ReportVerifier.Verify(record, evaluator));
        if (!record.IsExact)
        {
            return complaints;
        }

        return complaints
            .Concat(new TimelinessVerifier(record, evaluator).Verify())
            .Concat(record.Plan.HasStaticOrder ? new StaticOrderVerifier(record).Verify() : []);
    }
}
