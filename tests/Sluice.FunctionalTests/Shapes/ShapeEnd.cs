namespace Sluice.FunctionalTests.Shapes;

/// <summary>The end of a run, in the same form for every entry point.</summary>
/// <param name="Value">The output. For a run without an output, the expected output of the other shapes.</param>
/// <param name="Exception">The exception that ended the run, or <see langword="null"/>.</param>
/// <param name="FurtherFailures">The further failures of the run.</param>
/// <param name="Report">The report on the stages, if the run has one.</param>
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
