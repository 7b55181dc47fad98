using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Compiler.Parse;

namespace Sluice.Generators;

/// <summary>Compiles pipelines: Parse → Bind → Plan → Emit. This class only connects the steps.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    private const string PipelineAttribute = "Sluice.PipelineAttribute";

    private readonly IsolatedCompiler _compiler;

    /// <summary>Creates the generator.</summary>
    public PipelineGenerator()
        : this(new CompilerSteps()) { }

    internal PipelineGenerator(CompilerSteps steps) => _compiler = new IsolatedCompiler(steps);

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compiler = _compiler;
        var emitted = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                PipelineAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (found, cancellation) =>
                    IsFirst(found)
                        ? compiler.Parse(
                            (INamedTypeSymbol)found.TargetSymbol,
                            found.SemanticModel.Compilation,
                            cancellation
                        )
                        : null
            )
            .WithTrackingName(TrackingNames.Parse)
            .Select((model, cancellation) => model is null ? null : compiler.Bind(model, cancellation))
            .WithTrackingName(TrackingNames.Bind)
            .Select((bound, cancellation) => bound is null ? null : compiler.Plan(bound, cancellation))
            .WithTrackingName(TrackingNames.Plan)
            .Select((planned, cancellation) => planned is null ? null : compiler.Emit(planned, cancellation))
            .WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(
            emitted,
            static (output, source) =>
            {
                if (source?.Text is { } text)
                {
                    output.AddSource(source.HintName + ".g.cs", text);
                }
            }
        );

        BrokenPipelineReport.Register(context, emitted);
    }

    /// <summary>
    /// Whether this is the first part of the class that has the attribute. C# reports the attribute on another part as an error. A file
    /// that is added twice would make the generator fail for every pipeline.
    /// </summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext found) =>
        found.TargetSymbol.Find(AttributeExtensions.Pipeline)?.ApplicationSyntaxReference is not { } first
        || (first.SyntaxTree == found.TargetNode.SyntaxTree && found.TargetNode.Span.Contains(first.Span));
}
