using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Plan;

/// <summary>A pipeline with one plan for each entry point: what Plan makes of a <see cref="BoundPipeline"/>.</summary>
/// <param name="Model">What was planned.</param>
/// <param name="Plans">The plans, in order of the entry points' declaration. Empty where the pipeline has errors.</param>
/// <param name="Errors">
/// The errors that keep it from being compiled. Where there are any, bodies are emitted that keep other errors away.
/// </param>
internal sealed record PlannedPipeline(
    PipelineModel Model,
    EquatableArray<ExecutionPlan> Plans,
    EquatableArray<Finding> Errors
);
