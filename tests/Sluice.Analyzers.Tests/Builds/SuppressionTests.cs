using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>The errors of a broken pipeline reach the build exactly once, whatever the project suppresses.</summary>
public sealed class SuppressionTests
{
    private const string Broken = """
        using System.Diagnostics.CodeAnalysis;
        using Sluice;

        ASSEMBLY
        namespace Shop;

        public sealed record Order(int Id);
        public sealed record Cart(int Id);

        TYPE
        [Pipeline]
        public sealed partial class Checkout
        {
            MEMBER
            public partial Cart Run(Order order);
        }
        """;

    private const string ByAttribute = """[SuppressMessage("Sluice", "SLU0003")]""";

    [Theory]
    [InlineData("TYPE", ByAttribute)]
    [InlineData(
        "TYPE",
        """[SuppressMessage("Sluice", "SLU0003:Nothing produces a needed value", Justification = "Later.")]"""
    )]
    [InlineData("MEMBER", ByAttribute)]
    [InlineData("ASSEMBLY", """[assembly: SuppressMessage("Sluice", "SLU0003")]""")]
    [InlineData("ASSEMBLY", """[module: SuppressMessage("Sluice", "SLU0003")]""")]
    [InlineData(
        "ASSEMBLY",
        """[assembly: SuppressMessage("Sluice", "SLU0003", Scope = "namespaceanddescendants", Target = "~N:Shop")]"""
    )]
    [InlineData(
        "ASSEMBLY",
        """[assembly: SuppressMessage("Sluice", "SLU0003", Scope = "type", Target = "~T:Shop.Checkout")]"""
    )]
    [InlineData("ASSEMBLY", "#pragma warning disable SLU0003")]
    [InlineData("ASSEMBLY", "#pragma warning disable")]
    public async Task The_error_stands_where_the_source_suppresses_it(string place, string suppression)
    {
        var error = await new Build(("Checkout.cs", Source(place, suppression))).SingleAsync();

        Assert.Equal("SLU0003", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Equal("Checkout.cs", error.Location.SourceTree?.FilePath);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress)]
    [InlineData(ReportDiagnostic.Hidden)]
    [InlineData(ReportDiagnostic.Warn)]
    public async Task The_error_stands_where_the_project_gives_it_another_severity(ReportDiagnostic severity)
    {
        var build = new Build(("Checkout.cs", Source("", "")))
        {
            Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("SLU0003", severity),
        };

        Assert.Equal(DiagnosticSeverity.Error, (await build.SingleAsync()).Severity);
    }

    [Fact]
    public async Task The_error_stands_beside_what_suppresses_diagnostics()
    {
        var build = new Build(("Checkout.cs", Source("", "")))
        {
            Analyzers = [new PipelineAnalyzer(), new Suppressor("SLU0003")],
        };

        Assert.Equal("SLU0003", await build.IdsAsync());
    }

    [Theory]
    [InlineData("TYPE", """[SuppressMessage("Sluice", "SLU0100")]""")]
    [InlineData("ASSEMBLY", """[assembly: SuppressMessage("Sluice", "SLU0100")]""")]
    [InlineData("ASSEMBLY", "#pragma warning disable SLU0100")]
    public async Task Without_analyzers_the_generators_error_stands_as_well(string place, string suppression)
    {
        var build = new Build(("Checkout.cs", Source(place, suppression))) { RunsAnalyzers = false };

        Assert.Equal("SLU0100", await build.IdsAsync());
    }

    [Fact]
    public async Task A_warning_can_be_suppressed()
    {
        const string UnusedStage = "{0} [Stage] private static int Count(Order order) => order.Id;";
        var loud = Source("MEMBER", UnusedStage.Replace("{0}", "", StringComparison.Ordinal))
            .Replace(
                "public partial Cart Run",
                "[return: From(\"order\")] public partial Order Run",
                StringComparison.Ordinal
            );
        var silent = Source(
                "MEMBER",
                UnusedStage.Replace("{0}", """[SuppressMessage("Sluice", "SLU0014")]""", StringComparison.Ordinal)
            )
            .Replace(
                "public partial Cart Run",
                "[return: From(\"order\")] public partial Order Run",
                StringComparison.Ordinal
            );

        Assert.Equal("SLU0014", await new Build(("Checkout.cs", loud)).IdsAsync());
        Assert.Equal("", await new Build(("Checkout.cs", silent)).IdsAsync());
    }

    private static string Source(string place, string text)
    {
        var source = Broken;
        foreach (var each in new[] { "ASSEMBLY", "TYPE", "MEMBER" })
        {
            source = source.Replace(each, each == place ? text : "", StringComparison.Ordinal);
        }

        return source;
    }
}
