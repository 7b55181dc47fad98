using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>A pipeline with all parameters bound. Bind makes it from a <see cref="PipelineModel"/>.</summary>
/// <param name="Model">The model that was bound.</param>
/// <param name="Graphs">The graphs of the entry points without errors, in declaration order.</param>
/// <param name="Findings">All findings, including those of Parse.</param>
internal sealed record BoundPipeline(
    PipelineModel Model,
    EquatableArray<EntryPointGraph> Graphs,
    EquatableArray<Finding> Findings
)
{
    /// <summary>Whether there are errors. Only bodies that prevent further errors are emitted in that case.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Rule.IsError);
}
