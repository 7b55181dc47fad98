using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class BrokenPipelineTests
{
    private const string Broken = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Checkout
        {
            public partial Receipt Run(Order order);
            public partial ValueTask<Quote> PriceAsync(Order order);

            [Stage] private static Cart Parse(Order order) => new(order);
            [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
        }
        """;

    [Fact]
    public void A_broken_pipeline_gets_bodies_so_that_its_own_errors_stand_alone()
    {
        var run = GeneratorHarness.Run(Broken);

        Snapshot.Verify(run.Text);
    }

    [Fact]
    public void The_circuits_of_a_broken_pipeline_can_be_named_all_the_same() =>
        GeneratorHarness.Run(
            Broken.Replace("[Stage]", "[Stage, CircuitBreaker(5, \"00:00:30\")]", StringComparison.Ordinal),
            """
            namespace Shop;

            public static class User
            {
                public static CircuitState Use(Checkout checkout) => checkout.ParseCircuit.State;
            }
            """
        );

    [Theory]
    [InlineData("true")]
    [InlineData(null)]
    public void Where_analyzers_are_off_or_may_be_the_generator_reports_a_broken_pipeline(string? areOff)
    {
        var none = ImmutableDictionary<string, string>.Empty;
        var run = GeneratorHarness.Run(
            new GeneratorInput(Shop.Values, Broken)
            {
                Properties = areOff is null ? none : none.Add("SluiceAnalyzersAreOff", areOff),
                ExpectedDiagnostics = ["SLU0100"],
            }
        );

        Assert.Equal(DiagnosticSeverity.Error, run.Result.Diagnostics[0].Severity);
        Assert.Contains("Checkout", run.Result.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_not_partial_gets_nothing()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Shop;

            [Pipeline]
            public sealed class Checkout
            {
                [Stage] private static Cart Parse(Order order) => new(order);
            }
            """
        );

        Assert.Empty(run.Result.GeneratedSources);
    }
}
