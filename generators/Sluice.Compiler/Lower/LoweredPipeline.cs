using Sluice.Compiler.Model;

namespace Sluice.Compiler.Lower;

/// <summary>A pipeline as Emit prints it: a program for each entry point, with nothing left to decide.</summary>
/// <param name="Model">The declarations, whose names and types the text repeats.</param>
/// <param name="EntryPoints">The programs, in the order of declaration. Empty if the pipeline has errors.</param>
/// <param name="ViewedOutputs">The outputs that the view of a report shows, in the order of the stages.</param>
/// <param name="Errors">The errors that keep the pipeline from being compiled.</param>
internal sealed record LoweredPipeline(
    PipelineModel Model,
    IReadOnlyList<LoweredEntryPoint> EntryPoints,
    IReadOnlyList<ViewedOutput> ViewedOutputs,
    EquatableArray<Finding> Errors
);
