using Microsoft.CodeAnalysis;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Plan;
using Sluice.Generators.Emit;

namespace Sluice.Generators;

/// <summary>The steps that compile one pipeline. Tests replace a step to see the effect of its failure.</summary>
internal sealed record CompilerSteps
{
    /// <summary>Reads a pipeline.</summary>
    public Func<INamedTypeSymbol, Compilation, CancellationToken, PipelineModel> Parse { get; init; } =
        static (pipeline, compilation, cancellationToken) =>
            PipelineParser.Parse(pipeline, compilation, cancellationToken).Model;

    /// <summary>Reads the declarations that are emitted for a pipeline that cannot be compiled.</summary>
    public Func<INamedTypeSymbol, Compilation, Finding, CancellationToken, PipelineModel> ParseRejected { get; init; } =
        RejectedPipelineParser.Parse;

    /// <summary>Binds the pipeline.</summary>
    public Func<PipelineModel, CancellationToken, BoundPipeline> Bind { get; init; } = PipelineBinder.Bind;

    /// <summary>Plans the pipeline.</summary>
    public Func<BoundPipeline, CancellationToken, PlannedPipeline> Plan { get; init; } = PipelinePlanner.Plan;

    /// <summary>Lowers the pipeline and writes its source.</summary>
    public Func<PlannedPipeline, CancellationToken, string?> Emit { get; init; } =
        static (pipeline, cancellationToken) =>
            PipelineEmitter.Emit(PipelineLowering.Lower(pipeline, cancellationToken), cancellationToken);
}
