using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Attributes;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Translates symbols into a model. It is the first step of the compiler and knows nothing about graphs.
/// </summary>
internal static class PipelineParser
{
    // The value of FailureMode.Continue.
    private const int ContinueOnFailure = 1;

    /// <summary>Reads a pipeline, even if its source is unfinished.</summary>
    /// <param name="pipeline">The type that is marked with <c>[Pipeline]</c>.</param>
    /// <param name="compilation">The compilation that declares it, with or without the emitted parts.</param>
    /// <param name="cancellationToken">The token that cancels the work.</param>
    public static ParsedPipeline Parse(
        INamedTypeSymbol pipeline,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        using var culture = InvariantCulture.Enter();
        var context = new ParseContext(pipeline, compilation, new CodeNames(compilation));
        var declaration = DeclarationParser.Parse(context, cancellationToken);
        var sources = new SourceParser(context).Parse(cancellationToken);
        var stageParser = new StageParser(context);
        stageParser.Parse(sources, cancellationToken);
        var entryPointParser = new EntryPointParser(context);
        var entryPoints = entryPointParser.Parse(declaration.CanBeReopened, cancellationToken);
        new ConditionMethods(context, sources, stageParser, entryPoints).Add(cancellationToken);
        NestedPipelines.Check(context, sources, cancellationToken);
        foreach (var stray in StrayAttributes.Of(pipeline, cancellationToken))
        {
            context.Report(stray);
        }

        var stages = StageNames.Qualify(stageParser.Models, sources).ToEquatableArray();
        var conversions = new ConversionFinder(context, stages, entryPoints).Find(cancellationToken);
        var routes = new TypeRouteFinder(context, stages, entryPoints);
        var typeRoutes = routes.Find(cancellationToken);
        var differences = new TypeDifferenceFinder(context.Names, context.Types, stages, entryPoints, conversions).Find(
            cancellationToken
        );
        var unmarked = new UnmarkedMethodFinder(context, sources, stages, entryPoints).Find(cancellationToken);
        var memberNames = MemberNameCollector.Collect(pipeline, cancellationToken);
        var graphName = GraphName.Among(memberNames);
        var viewName = ViewName.Among(memberNames);
        var model = new PipelineModel(
            declaration,
            TypeNames.Full(pipeline),
            pipeline.IsStatic,
            context.Types.ToModels(),
            conversions,
            sources.Select(source => source.Model).ToEquatableArray(),
            stages,
            entryPoints,
            entryPointParser.RejectedSignatures.ToEquatableArray(),
            memberNames,
            graphName,
            GraphName.IsInherited(pipeline, graphName, cancellationToken),
            context.Findings.ToEquatableArray()
        )
        {
            ContinuesOnFailure =
                pipeline.Find(AttributeExtensions.Pipeline).NamedNumber("OnFailure") == ContinueOnFailure,
            IsCheckedForOtherLanguages =
                IsClsCompliant(pipeline.ContainingAssembly) || IsClsCompliant(pipeline.ContainingModule),
            HasTelemetry =
                pipeline.SelfAndBaseTypes().Any(type => type.Has(AttributeExtensions.Telemetry))
                || pipeline.ContainingAssembly.Has(AttributeExtensions.Telemetry),
            RouteTypes = routes.Types,
            TypeRoutes = typeRoutes,
            Differences = differences,
            UnmarkedMethods = unmarked,
            ViewName = viewName,
            ExternAliases = context.Names.Aliases,
            DiagnosticIds = context.Names.DiagnosticIds,
            HidesInheritedView = ViewName.IsInherited(pipeline, viewName, cancellationToken),
        };
        return new ParsedPipeline(
            model,
            new PipelineSymbols(
                pipeline,
                stageParser.Symbols,
                entryPointParser.Symbols,
                [.. sources.Select(source => source.Symbol)],
                context.Rejected,
                context.Attributes
            )
        );
    }

    private static bool IsClsCompliant(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass.IsNamed("System", nameof(CLSCompliantAttribute))
                && attribute.FirstArgument() is { Kind: TypedConstantKind.Primitive, Value: true }
            );
}
