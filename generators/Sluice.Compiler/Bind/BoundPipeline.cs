using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>A pipeline with every parameter bound: what Bind makes of a <see cref="PipelineModel"/>.</summary>
/// <param name="Model">What was bound.</param>
/// <param name="Graphs">One graph for each entry point that has no error, in order of declaration.</param>
/// <param name="Findings">Everything that is wrong, Parse's findings included.</param>
internal sealed record BoundPipeline(
    PipelineModel Model,
    EquatableArray<EntryPointGraph> Graphs,
    EquatableArray<Finding> Findings
)
{
    /// <summary>Whether nothing may be emitted but bodies that keep other errors away.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Rule.IsError);
}
