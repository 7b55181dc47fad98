using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse;

namespace Sluice.Analyzers;

/// <summary>Finds the declaration of a pipeline.</summary>
internal static class PipelineLocation
{
    /// <summary>
    /// Returns the location of the class name in the part that has the attribute. Of several parts, this one is the
    /// user's, not an emitted one.
    /// </summary>
    public static Location Of(INamedTypeSymbol pipeline)
    {
        var attribute = pipeline.Find(AttributeExtensions.Pipeline)?.ApplicationSyntaxReference;
        var part = pipeline.DeclaringSyntaxReferences.FirstOrDefault(reference =>
            reference.SyntaxTree == attribute?.SyntaxTree && reference.Span.Contains(attribute.Span)
        );
        return pipeline.Locations.FirstOrDefault(location =>
                location.SourceTree == part?.SyntaxTree && part?.Span.Contains(location.SourceSpan) == true
            ) ?? pipeline.Locations[0];
    }
}
