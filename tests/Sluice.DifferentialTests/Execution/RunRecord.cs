using Sluice.DifferentialTests.Probing;
using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Execution;

/// <summary>All that is known of a run when it is over.</summary>
/// <param name="Plan">The entry point.</param>
/// <param name="Mode">How freely its stages behaved.</param>
/// <param name="Run">The run.</param>
/// <param name="Trace">The calls of its stages and their ends.</param>
/// <param name="Observation">The end of the run as its caller sees it.</param>
internal sealed record RunRecord(
    EntryPointPlan Plan,
    RunMode Mode,
    Run Run,
    IReadOnlyList<Entry> Trace,
    Observation Observation
)
{
    /// <summary>The outputs of the stages as the report gives them.</summary>
    public IReadOnlyList<(int Stage, Seen Output)> Views { get; init; } = [];

    /// <summary>Whether all happened on one thread, so that the trace has one order.</summary>
    public bool IsExact => Mode != RunMode.Free && !Plan.IsRacing;

    public Circumstances Circumstances => Run.Circumstances;

    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            $"inputs:  {Run.Flag}, {Run.Tone}, {Run.Text}, {Run.ChosenNumber}, {Run.Maybe}, {Run.TakeItems().Length} items",
            $"order:   {string.Join(' ', Plan.Order.Select(id => $"S{id}"))}",
            $"trace:   {string.Join(", ", Trace)}",
            $"report:  {string.Join(", ", Observation.Report?.Stages.Select(stage => $"{stage.Name} {stage.Status} {stage.Attempts} {stage.Reason}") ?? [])}",
            $"outcome: {Observation.Failure?.ToString() ?? string.Join(", ", Observation.Outputs)}",
            $"further: {string.Join(", ", Observation.FurtherFailures?.Select(failure => failure.Message) ?? [])}"
        );
}
