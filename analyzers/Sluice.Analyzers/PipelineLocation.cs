using Microsoft.CodeAnalysis;
using Sluice.Compiler.Parse;

namespace Sluice.Analyzers;

/// <summary>Finds where a pipeline is declared.</summary>
internal static class PipelineLocation
{
    /// <summary>The name of the class, in the part that has the attribute: of several parts, one of them emitted, that one is the user's.</summary>
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
