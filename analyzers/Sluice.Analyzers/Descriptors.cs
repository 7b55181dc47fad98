using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Rules;

namespace Sluice.Analyzers;

/// <summary>The descriptors of the analyzer's diagnostics.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<Rule, DiagnosticDescriptor> ByRule = Rule.All.ToImmutableDictionary(
        static rule => rule,
        RuleDescriptor.Of
    );

    /// <summary>
    /// Reported if only the generator, which does not see the output of other generators, found an error.
    /// </summary>
    public static readonly DiagnosticDescriptor NeedsOtherGenerator = RuleDescriptor.OfBrokenPipeline(
        "Pipeline '{0}' needs code that another generator adds, but generators do not see each other's output, so declare the code in source or in another project; without it, {1}: {2}",
        "The pipeline has an error when it is compiled without the output of other generators, but none with that output.",
        ErrorTags.AtEnd
    );

    /// <summary>The descriptors of all rules, ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Rule.All.Select(Of).ToImmutableArray();

    /// <summary>Returns the descriptor of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => ByRule[rule];
}
