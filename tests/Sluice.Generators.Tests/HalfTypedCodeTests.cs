using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>The generator runs while the developer types: on code that is wrong in every way that typing passes through.</summary>
public sealed class HalfTypedCodeTests
{
    private const string Source = """
        namespace Shop;

        public interface IPricing
        {
            [Stage] ValueTask<Quote> PriceAsync(Cart cart, CancellationToken cancellationToken = default);
        }

        public abstract class Base<T>
            where T : notnull
        {
            [Stage(Name = "Count")] protected virtual Task<int> CountAsync(T value) => Task.FromResult(1);
        }

        public static class Tools
        {
            [Stage, After("Count")] public static string Print([From("Count")] int count, StageContext context) => $"{count}";
        }

        public static partial class Outer
        {
            [Pipeline]
            [Stages(typeof(Tools))]
            internal sealed partial class Checkout([Stages] IPricing pricing) : Base<Order>
            {
                [Stages] private readonly Second _second = new();

                public partial ValueTask<(Receipt Receipt, string)> RunAsync(Order order, CancellationToken token = default);
                internal partial Cart? Run(Order order, string? text = null);
                [return: From(nameof(Parse))] public partial Task<Cart> OtherAsync<T>(Order order) where T : class;

                [Stage] private Cart Parse(Order order, int? factor = 3) => new(order);
                [Stage, Offload] private static Receipt Close(Stock stock, [From("pricing.Price")] Quote quote) => new(stock, quote);
                [Stage(Only = [nameof(RunAsync)])] private async Task LogAsync(Cart cart) { await Task.Yield(); }
                protected override Task<int> CountAsync(Order value) => Task.FromResult(2);
            }

            public sealed class Second
            {
                [Stage] public Stock Reserve(Cart cart) => new(cart);
            }
        }
        """;

    [Fact]
    public void Code_that_ends_anywhere_never_makes_the_generator_throw()
    {
        for (var length = 0; length < Source.Length; length += 5)
        {
            AssertDoesNotThrow(Source[..length]);
        }
    }

    [Fact]
    public void Code_that_lacks_any_one_token_never_makes_the_generator_throw()
    {
        foreach (var token in CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens())
        {
            AssertDoesNotThrow(Source.Remove(token.SpanStart, token.Span.Length));
        }
    }

    [Fact]
    public void Code_that_has_any_one_token_twice_never_makes_the_generator_throw()
    {
        foreach (var token in CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens())
        {
            AssertDoesNotThrow(Source.Insert(token.SpanStart, token.Text + " "));
        }
    }

    private static void AssertDoesNotThrow(string source)
    {
        var input = new GeneratorInput(Shop.Values, source);
        var result = CompilationFactory
            .CreateDriver(input)
            .RunGenerators(CompilationFactory.Compile(input))
            .GetRunResult()
            .Results.Single();
        Assert.True(result.Exception is null, $"{result.Exception}\n\n{source}");
    }
}
