using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Names the property that gives a pipeline's graph: <c>Graph</c>, unless the user has a member of that name.</summary>
internal static class GraphName
{
    private const string Usual = "Graph";
    private const string Alternative = "PipelineGraph";

    /// <summary>The name of the property, among the names that the pipeline has already.</summary>
    public static string Among(IEnumerable<string> memberNames) =>
        memberNames.Contains(Usual, StringComparer.Ordinal) ? Alternative : Usual;

    /// <summary>Whether the pipeline derives from one whose property has that name too.</summary>
    public static bool IsInherited(INamedTypeSymbol pipeline, string name, CancellationToken cancellationToken) =>
        pipeline
            .SelfAndBaseTypes()
            .Skip(1)
            .Any(type =>
                type.Has(AttributeExtensions.Pipeline)
                && Among(MemberNameCollector.Collect(type, cancellationToken)) == name
            );
}
