using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>
/// The step that turns the plans of a pipeline into programs: the slots, the steps of each stage, the shapes of their calls. It knows what
/// is emitted, and nothing of C# text.
/// </summary>
internal static class PipelineLowering
{
    /// <summary>Lowers every entry point.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="cancellationToken">The token that cancels the work, which each stage asks.</param>
    public static LoweredPipeline Lower(PlannedPipeline pipeline, CancellationToken cancellationToken = default)
    {
        using var culture = InvariantCulture.Enter();
        var entryPoints = new List<LoweredEntryPoint>();
        foreach (var plan in pipeline.Plans)
        {
            entryPoints.Add(new EntryPointLowering(pipeline.Model, plan).Lower(cancellationToken));
        }

        return new LoweredPipeline(
            pipeline.Model,
            entryPoints,
            ViewedOutput.Of(pipeline.Model, entryPoints),
            pipeline.Errors
        );
    }
}
