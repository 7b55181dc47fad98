using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Plan;
using Sluice.Generators.Emit;

namespace Sluice.Generators;

/// <summary>Compiles pipelines: Parse → Bind → Plan → Emit. It only wires the steps.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    private const string PipelineAttribute = "Sluice.PipelineAttribute";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var planned = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                PipelineAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) =>
                    PipelineParser
                        .Parse((INamedTypeSymbol)found.TargetSymbol, found.SemanticModel.Compilation, cancellation)
                        .Model
            )
            .WithTrackingName(TrackingNames.Parse)
            .Select(static (model, _) => PipelineBinder.Bind(model))
            .WithTrackingName(TrackingNames.Bind)
            .Select(static (bound, _) => PipelinePlanner.Plan(bound))
            .WithTrackingName(TrackingNames.Plan);

        var emitted = planned
            .Select(static (plan, _) => new EmittedSource(plan.Model.Declaration.HintName, PipelineEmitter.Emit(plan)))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(
            emitted,
            static (output, source) =>
            {
                if (source.Text is not null)
                {
                    output.AddSource(source.HintName + ".g.cs", source.Text);
                }
            }
        );

        BrokenPipelineReport.Register(context, planned);
    }
}
