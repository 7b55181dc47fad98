using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>The generator runs while the developer types, on every invalid state of the code that typing passes through.</summary>
public sealed partial class HalfTypedCodeTests
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
                [return: From(nameof(Parse))] public partial Task<Cart> OtherAsync(Order order);

                [Stage] private Cart Parse(Order order, long? factor = 3) => new(order);
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

    private const string PolicySource = """
        namespace Shop;

        public readonly struct Log : IStageInterceptor, ISynchronousStageInterceptor
        {
            public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context) where TInner : struct, IStageCall<T> => inner.InvokeAsync();
            public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }

        [Pipeline, Intercept<Log>, Telemetry]
        internal sealed partial class Checkout
        {
            private readonly ICacheStore _store = null!;

            public partial ValueTask<PipelineResult<Receipt>> RunAsync<TObserver>(Order order, TObserver observer, RunContext? context = null, CancellationToken token = default) where TObserver : struct, IRunObserver;

            [Stage, Retry(3, Delay = "00:00:01", Backoff = Backoff.Exponential, Factor = 1.5, MaxDelay = "00:01:00", Jitter = Jitter.Full, On = [typeof(IOException)], When = nameof(IsBusy))]
            [Timeout("00:00:05", Total = "00:01:00"), CircuitBreaker(0.5, "00:00:30", Window = "00:00:10", MinimumCalls = 5), Concurrency(4, QueueLimit = 8)]
            private static ValueTask<Stock> ReserveAsync(Cart cart, StageContext context) => new(new Stock(cart));
            private static bool IsBusy(Exception exception) => true;

            [Stage, Cached("00:05:00", Key = nameof(KeyOf), Store = nameof(_store)), Fallback(nameof(GuessAsync), On = [typeof(TimeoutException)])]
            private ValueTask<Quote> PriceAsync(Cart cart, CancellationToken token) => new(new Quote(cart));
            private static string KeyOf(Cart cart) => $"{cart}";
            private static ValueTask<Quote> GuessAsync(Cart cart, TimeoutException exception, CancellationToken token) => new(new Quote(cart));

            [Stage, Compensate(nameof(Undo))] private static Cart Parse(Order order) => new(order);
            private static void Undo(Cart cart, Exception exception) { }

            [Stage, Guard(Retry = nameof(PriceAsync), Attempts = 4, Timeout = "00:00:10", AllowNoProgress = true)] private static bool IsFair(Quote quote) => true;
            [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
        }
        """;

    [Fact]
    public void Code_with_policies_that_lacks_any_one_token_never_makes_the_generator_throw()
    {
        foreach (var token in CSharpSyntaxTree.ParseText(PolicySource).GetRoot().DescendantTokens())
        {
            AssertDoesNotThrow(PolicySource.Remove(token.SpanStart, token.Span.Length));
        }
    }

    [Fact]
    public void Code_with_policies_that_ends_anywhere_never_makes_the_generator_throw()
    {
        for (var length = 0; length < PolicySource.Length; length += 11)
        {
            AssertDoesNotThrow(PolicySource[..length]);
        }
    }

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

    [Theory]
    [InlineData(PolicySource)]
    [InlineData(Source)]
    public void The_code_that_the_others_are_made_of_is_whole(string source)
    {
        var input = new GeneratorInput(Shop.Values, source);
        CompilationFactory
            .CreateDriver(input)
            .RunGeneratorsAndUpdateCompilation(CompilationFactory.Compile(input), out var output, out _);

        var error = BrokenMark().Match(output.SyntaxTrees.Last().ToString()).Value;
        Assert.True(error.Length == 0, error);
    }

    [Theory]
    [InlineData("[Stage, Intercept<Log>] private static Cart Parse(Order) => new(order);")]
    [InlineData("[Stage, Intercept<Log>] private static Cart Parse(Order ) => new(order);")]
    [InlineData("[Stage, Intercept<Log>] private static Cart Parse(Order order, CancellationToken) => new(order);")]
    [InlineData("[Stage, Offload, Retry(3)] private static Cart Parse(Order , StageContext ) => new(order);")]
    [InlineData("[Stage, Cached(\"00:01:00\")] private static Cart Parse(Order ) => new(order);")]
    [InlineData(
        "[Stage, Fallback(nameof(Guess))] private static Cart Parse(Order ) => new(order); private static Cart Guess(Order ) => null!;"
    )]
    [InlineData(
        "[Stage, Compensate(nameof(Undo))] private static Cart Parse(Order ) => new(order); private static void Undo(Cart , Order ) { }"
    )]
    [InlineData(
        "[Stage, When(nameof(Is))] private static Cart Parse(Order ) => new(order); private static bool Is(Order ) => true;"
    )]
    [InlineData(
        "[Stage] private static Order[] Split(Order ) => null!; [Stage, Intercept<Log>] private static Cart Parse([Each] Order ) => null!;"
    )]
    public void A_parameter_that_has_no_name_yet_never_makes_the_generator_throw(string members) =>
        AssertDoesNotThrow(
            $$"""
            namespace Shop;

            public readonly struct Log : IStageInterceptor, ISynchronousStageInterceptor
            {
                public ValueTask<T> InvokeAsync<T, TInner>(TInner inner, StageContext context) where TInner : struct, IStageCall<T> => inner.InvokeAsync();
                public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
            }

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Cart?> RunAsync(Order order);
                {{members}}
            }
            """
        );

    private static void AssertDoesNotThrow(string source)
    {
        var input = new GeneratorInput(Shop.Values, source)
        {
            Properties = ImmutableDictionary<string, string>.Empty.Add("SluiceAnalyzersAreOff", "true"),
        };
        var result = CompilationFactory
            .CreateDriver(input)
            .RunGenerators(CompilationFactory.Compile(input))
            .GetRunResult()
            .Results.Single();
        Assert.True(result.Exception is null, $"{result.Exception}\n\n{source}");
        var fault = result.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "SLU0050");
        Assert.True(fault is null, $"{fault}\n\n{source}");
    }

    [GeneratedRegex(@"BrokenPipeline\(.*\)")]
    private static partial Regex BrokenMark();
}
