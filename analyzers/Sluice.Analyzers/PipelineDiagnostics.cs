using Microsoft.CodeAnalysis;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>
/// Finds the faults of a pipeline with the steps that the generator runs as well. Tests replace a step to simulate its
/// failure.
/// </summary>
internal sealed class PipelineDiagnostics
{
    /// <summary>The step that reads a pipeline.</summary>
    public Func<INamedTypeSymbol, Compilation, CancellationToken, ParsedPipeline> Parse { get; init; } =
        PipelineParser.Parse;

    /// <summary>The step that binds a pipeline.</summary>
    public Func<PipelineModel, CancellationToken, BoundPipeline> Bind { get; init; } = PipelineBinder.Bind;

    /// <summary>Returns the diagnostics of a pipeline, or a diagnostic about a failure of Sluice itself.</summary>
    /// <param name="pipeline">The pipeline's type.</param>
    /// <param name="compilation">The compilation that declares it.</param>
    /// <param name="requirements">The call requirements that the project checks.</param>
    /// <param name="cancellationToken">The token that cancels the work.</param>
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
