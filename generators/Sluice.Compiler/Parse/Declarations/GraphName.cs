using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Chooses the name of the property that returns a pipeline's graph: <c>Graph</c>, unless the user has a member with
/// that name.
/// </summary>
internal static class GraphName
{
    private const string Usual = "Graph";
    private const string Alternative = "PipelineGraph";

    /// <summary>Returns the name of the property, given the names that the pipeline already uses.</summary>
    public static string Among(IEnumerable<string> memberNames) =>
        memberNames.Contains(Usual, StringComparer.Ordinal) ? Alternative : Usual;

    /// <summary>
    /// Whether a base type of the pipeline is a pipeline that has a graph property with the same name.
    /// </summary>
    public static bool IsInherited(INamedTypeSymbol pipeline, string name, CancellationToken cancellationToken) =>
        pipeline
            .SelfAndBaseTypes()
            .Skip(1)
            .Any(type =>
                type.Has(AttributeExtensions.Pipeline)
                && Among(MemberNameCollector.Collect(type, cancellationToken)) == name
            );
}
