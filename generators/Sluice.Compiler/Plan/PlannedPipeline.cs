using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>A pipeline with a plan for each entry point. Plan makes it from a <see cref="BoundPipeline"/>.</summary>
/// <param name="Model">The model of the pipeline.</param>
/// <param name="Plans">The plans of the entry points in declaration order. Empty if the pipeline has errors.</param>
/// <param name="Errors">
/// The errors that prevent the pipeline from being compiled. If there are any, bodies that prevent further errors are
/// emitted.
/// </param>
internal sealed record PlannedPipeline(
    PipelineModel Model,
    EquatableArray<ExecutionPlan> Plans,
    EquatableArray<Finding> Errors
);
