using Microsoft.CodeAnalysis;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>Finds what is wrong with a pipeline, by the steps that the generator compiles it with. Tests replace one to see what its failure does.</summary>
internal sealed class PipelineDiagnostics
{
    /// <summary>Reads a pipeline.</summary>
    public Func<INamedTypeSymbol, Compilation, CancellationToken, ParsedPipeline> Parse { get; init; } =
        PipelineParser.Parse;

    /// <summary>Binds it.</summary>
    public Func<PipelineModel, CancellationToken, BoundPipeline> Bind { get; init; } = PipelineBinder.Bind;

    /// <summary>What is wrong with a pipeline, or that Sluice failed to find out.</summary>
    public IReadOnlyList<Diagnostic> Of(
        INamedTypeSymbol pipeline,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var parsed = Parse(pipeline, compilation, cancellationToken);
            var bound = Bind(parsed.Model, cancellationToken);
            var locations = new FindingLocations(parsed.Symbols, parsed.Model, compilation, cancellationToken);
            return [.. bound.Findings.Select(finding => ToDiagnostic(finding, locations))];
        }
        catch (Exception exception) when (CompilerFault.Is(exception, cancellationToken))
        {
            var fault = CompilerFault.Of(TypeNames.Full(pipeline), "The analyzer", exception);
            return [Diagnostic.Create(Descriptors.Of(fault.Rule), PipelineLocation.Of(pipeline), [.. fault.Arguments])];
        }
    }

    private static Diagnostic ToDiagnostic(Finding finding, FindingLocations locations) =>
        Diagnostic.Create(
            Descriptors.Of(finding.Rule),
            locations.Primary(finding),
            locations.Further(finding),
            FindingProperties.Of(finding),
            [.. finding.Arguments]
        );
}
