namespace Sluice;

/// <summary>The graph of a pipeline as data: its stages and, for each entry point, what runs, in which order and how.</summary>
/// <param name="Pipeline">The pipeline's name, with its namespace and containing types.</param>
/// <param name="Stages">Every stage of the pipeline, in order of declaration, whether an entry point uses it or not.</param>
/// <param name="EntryPoints">The entry points, in order of declaration.</param>
public sealed partial record PipelineGraph(
    string Pipeline,
    IReadOnlyList<GraphStage> Stages,
    IReadOnlyList<GraphEntryPoint> EntryPoints
);
