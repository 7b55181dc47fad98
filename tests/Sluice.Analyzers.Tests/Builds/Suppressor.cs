using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>Suppresses every diagnostic with the given id.</summary>
#pragma warning disable RS1001 // The tests pass it to the build directly.
internal sealed class Suppressor(string id) : DiagnosticSuppressor
#pragma warning restore RS1001
{
    private readonly SuppressionDescriptor _descriptor = new("TEST0001", id, "Not wanted.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [_descriptor];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var reported in context.ReportedDiagnostics)
        {
            context.ReportSuppression(Suppression.Create(_descriptor, reported));
        }
    }
}
