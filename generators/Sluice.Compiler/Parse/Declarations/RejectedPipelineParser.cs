using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Reads only the essentials of a pipeline that cannot be read as a whole, so that its error is the only one.
/// </summary>
internal static class RejectedPipelineParser
{
    /// <summary>Reads the declaration of the type and its entry points, which get bodies that throw.</summary>
    /// <param name="pipeline">The type that is marked with <c>[Pipeline]</c>.</param>
    /// <param name="compilation">The compilation that declares it.</param>
    /// <param name="reason">The finding that explains why the pipeline cannot be read.</param>
    /// <param name="cancellationToken">The token that cancels the work.</param>
    public static PipelineModel Parse(
        INamedTypeSymbol pipeline,
        Compilation compilation,
        Finding reason,
        CancellationToken cancellationToken
    )
    {
        using var culture = InvariantCulture.Enter();
        var context = new ParseContext(pipeline, compilation, new CodeNames(compilation));
        var declaration = DeclarationParser.Parse(context, cancellationToken);
        var entryPoints = new EntryPointParser(context);
        var readable = entryPoints.Parse(canHaveOne: false, cancellationToken);
        var memberNames = MemberNameCollector.Collect(pipeline, cancellationToken);
        var graphName = GraphName.Among(memberNames);
        var viewName = ViewName.Among(memberNames);
        return Model(pipeline, declaration, context.Names.CodeWithoutAnnotation(pipeline), reason) with
        {
            RejectedSignatures = readable
                .Select(entryPoint => entryPoint.Signature)
                .Concat(entryPoints.RejectedSignatures)
                .ToEquatableArray(),
            MemberNames = memberNames,
            GraphName = graphName,
            HidesInheritedGraph = GraphName.IsInherited(pipeline, graphName, cancellationToken),
            ViewName = viewName,
            HidesInheritedView = ViewName.IsInherited(pipeline, viewName, cancellationToken),
            ExternAliases = context.Names.Aliases,
            DiagnosticIds = context.Names.DiagnosticIds,
        };
    }

    /// <summary>Returns a model for which nothing is emitted.</summary>
    /// <param name="pipeline">The type that is marked with <c>[Pipeline]</c>.</param>
    /// <param name="reason">The finding that explains why the pipeline cannot be read.</param>
    public static PipelineModel Unreadable(INamedTypeSymbol pipeline, Finding reason) =>
        Model(pipeline, new PipelineDeclaration("", default, "", "", "", CanBeReopened: false), "", reason);

    private static PipelineModel Model(
        INamedTypeSymbol pipeline,
        PipelineDeclaration declaration,
        string code,
        Finding reason
    ) =>
        new(
            declaration,
            TypeNames.Full(pipeline),
            pipeline.IsStatic,
            default,
            default,
            new[] { new StageSource(StageSourceKind.Pipeline, "", code, pipeline.IsStatic) }.ToEquatableArray(),
            default,
            default,
            default,
            default,
            "Graph",
            HidesInheritedGraph: false,
            new[] { reason }.ToEquatableArray()
        );
}
