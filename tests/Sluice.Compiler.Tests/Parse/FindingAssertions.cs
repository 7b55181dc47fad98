using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Compares findings. Each assertion of one finding also asserts that there are no others.</summary>
internal static class FindingAssertions
{
    public static Finding OnlyFinding(this PipelineModel model, Rule rule)
    {
        var finding = Assert.Single(model.Findings);
        Assert.Equal(rule, finding.Rule);
        return finding;
    }
}
