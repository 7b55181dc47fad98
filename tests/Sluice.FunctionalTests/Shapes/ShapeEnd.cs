namespace Sluice.FunctionalTests.Shapes;

/// <summary>How a run ended, whatever form the entry point gives it.</summary>
/// <param name="Value">The output: of a run without one, what it would be.</param>
/// <param name="Exception">What the run ended with, or <see langword="null"/>.</param>
/// <param name="FurtherFailures">What failed beside that.</param>
/// <param name="Report">What became of the stages, where the run tells.</param>
internal sealed record ShapeEnd(
    int? Value,
    Exception? Exception,
    IReadOnlyList<Exception> FurtherFailures,
    RunReport? Report
)
{
    public static ShapeEnd Of(Total total) => new(total.Number, null, [], null);

    public static ShapeEnd Of(Exception exception)
    {
        var failure = RunFailure.Of(exception);
        return new(null, exception, failure?.FurtherFailures ?? [], failure?.Report);
    }

    public static ShapeEnd Of(PipelineResult<Total> result) =>
        new(
            result.Outcome.HasValue ? result.Outcome.Value.Number : null,
            result.Outcome.Exception,
            result.FurtherFailures,
            result.Report
        );
}
