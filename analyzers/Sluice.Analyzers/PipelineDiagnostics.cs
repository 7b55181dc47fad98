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

    /// <summary>Finds what is wrong with a pipeline, or that Sluice failed to find out.</summary>
    /// <param name="pipeline">The pipeline's type.</param>
    /// <param name="compilation">The compilation that declares it.</param>
    /// <param name="requirements">The requirements of calls that the project has checked.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public FoundDiagnostics Of(
        INamedTypeSymbol pipeline,
        Compilation compilation,
        CheckedRequirements requirements,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var parsed = Parse(pipeline, compilation, cancellationToken);
            var bound = Bind(parsed.Model, cancellationToken);
            var locations = new FindingLocations(parsed.Symbols, parsed.Model, compilation, cancellationToken);
            return new FoundDiagnostics(
                [
                    .. bound
                        .Findings.Where(finding => !finding.IsOfCompiler && requirements.Contain(finding.Requirement))
                        .Select(finding => ToDiagnostic(finding, locations)),
                ],
                bound.Findings.Any(finding => finding.Rule.IsError)
            );
        }
        catch (Exception exception) when (CompilerFault.Is(exception, cancellationToken))
        {
            var fault = CompilerFault.Of(TypeNames.Full(pipeline), "The analyzer", exception);
            return new FoundDiagnostics(
                [Diagnostic.Create(Descriptors.Of(fault.Rule), PipelineLocation.Of(pipeline), [.. fault.Arguments])],
                IsBroken: true
            );
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
