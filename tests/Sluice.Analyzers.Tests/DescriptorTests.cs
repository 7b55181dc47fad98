using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers.Tests;

public class DescriptorTests
{
    [Fact]
    public void Every_rule_has_the_descriptor_of_its_number_and_severity()
    {
        foreach (var rule in Enum.GetValues<Rule>())
        {
            var descriptor = Descriptors.Of(rule);

            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"SLU{(int)rule:0000}"), descriptor.Id);
            Assert.Equal(FindingText.Id(rule), descriptor.Id);
            Assert.Equal(FindingText.Format(rule), descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(rule.IsError(), descriptor.DefaultSeverity == DiagnosticSeverity.Error);
            Assert.Equal(rule.IsError(), descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
            Assert.Equal(rule.IsError(), descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler));
            Assert.True(descriptor.IsEnabledByDefault);
        }

        Assert.Equal(Enum.GetValues<Rule>().Length, Descriptors.All.Length);
    }
}
