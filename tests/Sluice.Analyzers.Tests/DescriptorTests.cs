using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers.Tests;

public class DescriptorTests
{
    [Fact]
    public void Every_rule_has_the_descriptor_that_its_row_declares()
    {
        foreach (var rule in Rule.All)
        {
            var descriptor = Descriptors.Of(rule);

            Assert.Equal(rule.Id, descriptor.Id);
            Assert.Equal(rule.Message, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(rule.IsError, descriptor.DefaultSeverity == DiagnosticSeverity.Error);
            Assert.Equal(rule.IsError, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
            Assert.Equal(rule.IsError, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler));
            Assert.True(descriptor.IsEnabledByDefault);
        }

        Assert.Equal(Rule.All.Select(rule => rule.Id), Descriptors.All.Select(descriptor => descriptor.Id));
    }

    [Fact]
    public void Every_row_has_a_number_of_its_own_and_the_name_of_its_field()
    {
        Assert.Equal(Rule.All.Count, Rule.All.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Rule.All, rule => Assert.Same(rule, typeof(Rule).GetField(rule.Name)?.GetValue(null)));
        Assert.Equal(
            typeof(Rule).GetFields().Count(field => field.IsStatic && field.FieldType == typeof(Rule)),
            Rule.All.Count
        );
    }

    // Roslyn's own analyzers check these rules for descriptors only if a descriptor is written as a literal.
    [Fact]
    public void Titles_messages_and_descriptions_are_sentences_as_those_of_the_compiler_are() =>
        Assert.All(
            Rule.All,
            rule =>
            {
                Assert.Matches(@"^\S.*[^.\s]$", rule.Title);
                Assert.Matches(@"^\S.*(\.|\}|\?)$", rule.Message);
                Assert.Matches(@"^[A-Z\[].*\.$", rule.Description);
                Assert.DoesNotContain('\n', rule.Title + rule.Message + rule.Description);
            }
        );
}
