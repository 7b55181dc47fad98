using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Compares findings: whoever asserts one asserts that there is no other.</summary>
internal static class FindingAssertions
{
    public static Finding OnlyFinding(this PipelineModel model, Rule rule)
    {
        var finding = Assert.Single(model.Findings);
        Assert.Equal(rule, finding.Rule);
        return finding;
    }
}
