using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>The C# compiler reports errors of the user's code in that code, and not a second time in emitted code.</summary>
public sealed class CompilerErrorTests
{
    // An entry point that lacks its emitted part, and a declaration that lacks a body.
    private static readonly HashSet<string> MissingParts = ["CS8795", "CS0751"];

    private const string Source = """
        namespace Shop;

        public class Base<T> where T : class
        {
            [Stage] protected virtual Task<int> CountAsync(T value) => Task.FromResult(1);
        }

        public static partial class Outer
        {
            [Pipeline]
            internal sealed partial class Checkout([Stages] Second second) : Base<Order>
            {
                public partial ValueTask<(Receipt Receipt, string)> RunAsync(Order order, CancellationToken token = default);
                internal partial Cart? Run(in Order order, params int?[] numbers);

                [Stage, Retry(3, On = [typeof(IOException)])] private Cart Parse(Order order, int? factor = 3) => new(order);
                [Stage] private static Receipt Close(Stock stock, [From("Price")] Quote quote) => new(stock, quote);
                [Stage, When(nameof(IsBig))] private static Quote Price(Cart cart) => new(cart);
                private static bool IsBig(Cart cart) => true;
                protected override Task<int> CountAsync(Order value) => Task.FromResult(2);
            }

            public sealed class Second
            {
                [Stage] public Stock Reserve(Cart cart) => new(cart);
            }
        }
        """;

    [Theory]
    [InlineData("public partial Missing Run(Order order);")]
    [InlineData("public partial Cart Run(Missing order);")]
    [InlineData("public partial ValueTask<Missing> RunAsync(Order order);")]
    [InlineData("public partial Cart Run(Missing<Order> order);")]
    [InlineData("public partial Cart Run(Nowhere.Missing order);")]
    [InlineData("public partial Cart Run(List order);")]
    [InlineData("public partial Cart Run(List<Order, Order> order);")]
    [InlineData("public partial Dictionary<Order> Run(Order order);")]
    [InlineData("public partial Cart Run(Order order, ) ;")]
    [InlineData("public partial Cart Run(Order order, Hidden hidden);")]
    [InlineData("public partial Hidden Run(Order order);")]
    [InlineData("public partial List<Hidden[]> Run(Order order);")]
    [InlineData("internal partial Hidden Run(Order order);")]
    [InlineData("public partial Cart Run(Order order, Tools tools);")]
    [InlineData("public partial Tools Run(Order order);")]
    [InlineData("public partial Cart Run(Order order, Nullable<string> text);")]
    [InlineData("public partial Cart Run(Order order, Only<int> only);")]
    [InlineData("public partial Cart Run(Order order, List<Span<int>> only);")]
    [InlineData("public partial Cart Run(Order order, List<int*> only);")]
    [InlineData("public partial Cart Run(Order order, int* pointer);")]
    [InlineData("public partial Cart Run(Order order, void nothing);")]
    [InlineData("public partial Cart Run(Order order, Order order);")]
    [InlineData("public partial Cart Run(params int[] numbers, Order order);")]
    [InlineData("public partial Cart Run(params int numbers);")]
    [InlineData("public partial Cart Run(this Order order);")]
    [InlineData("public abstract partial Cart Run(Order order);")]
    [InlineData("public virtual partial Cart Run(Order order);")]
    [InlineData("public override partial Cart Run(Order order);")]
    [InlineData("public sealed partial Cart Run(Order order);")]
    [InlineData("public extern partial Cart Run(Order order);")]
    [InlineData("public async partial Task<Cart> RunAsync(Order order);")]
    [InlineData("public readonly partial Cart Run(Order order);")]
    [InlineData("public required partial Cart Run(Order order);")]
    [InlineData("public public partial Cart Run(Order order);")]
    [InlineData("public private partial Cart Run(Order order);")]
    [InlineData("public unsafe partial Cart Run(Order order);")]
    [InlineData("public file partial Cart Run(Order order);")]
    [InlineData("partial public Cart Run(Order order);")]
    [InlineData("public partial Cart Checkout(Order order);")]
    [InlineData("public partial Cart Parse(Order order);")]
    [InlineData("public partial Cart Run(Order order); public int Run => 1;")]
    [InlineData("public partial Cart Run(Order order); public partial Cart Run(Order other);")]
    [InlineData("public partial Cart Run(Order order); public partial Receipt Run(Order other);")]
    [InlineData("public partial Cart Run<T>(Order order, T t) where T : struct, Missing;")]
    [InlineData(
        "public partial Cart Run<TObserver>(Order order, TObserver observer) where TObserver : class, struct, IRunObserver;"
    )]
    [InlineData("public partial Cart Run(Order order); [Stage] private static int Count(Missing missing) => 1;")]
    [InlineData("public partial Cart Run(Order order); [Stage] private static Missing Make(Cart cart) => null!;")]
    [InlineData(
        "public partial Cart Run(Order order); [Stage] private static void Log(Cart cart, List<Missing?> missing) { }"
    )]
    [InlineData("public partial Cart Run(Order order); [Stages] private readonly Missing _missing = null!;")]
    [InlineData(
        "public partial Cart Run(Order order); [Stage, Intercept<Missing>] private static void Log(Cart cart) { }"
    )]
    [InlineData(
        "public partial Cart Run(Order order); [Stage, Retry(3, On = [typeof(Missing)])] private static void Log(Cart cart) { }"
    )]
    [InlineData(
        "public partial Cart Run(Order order); [Stage, When(nameof(Missing))] private static void Log(Cart cart) { }"
    )]
    [InlineData(
        "public partial Cart Run(Order order); [Stage, When(nameof(Is))] private static void Log(Cart cart) { } private static bool Is(Missing missing) => true;"
    )]
    [InlineData(
        "public partial int Run(string text); [Stage, Fallback(nameof(No))] private static int Count(string text) => 1; private static int No(Missing missing) => 1;"
    )]
    [InlineData(
        "public partial int Run(Color color); [Stage, When(\"color\", Color.Missing)] private static int Red(string text) => 1;"
    )]
    public void An_error_in_a_declaration_is_not_repeated(string member) =>
        AssertSaidOnce(
            $$"""
            namespace Shop;

            public static class Tools;
            public sealed class Only<T> where T : class;
            public enum Color { Red }

            [Pipeline]
            public sealed partial class Checkout
            {
                {{member}}

                private sealed class Hidden;

                [Stage] private static Cart Parse(Order order) => new(order);
            }
            """
        );

    [Theory]
    [InlineData("public static partial class Checkout", "public partial Cart Run(Order order);")]
    [InlineData("public static partial class Checkout", "protected static partial Cart Run(Order order);")]
    [InlineData("public static partial class Checkout : Order", "public static partial Cart Run(Order order);")]
    [InlineData("public sealed partial class Checkout : Missing", "public partial Cart Run(Order order);")]
    [InlineData("public sealed partial class Checkout<T> where T : Missing", "public partial Cart Run(Order order);")]
    [InlineData(
        "public sealed partial class Checkout([Stages] Missing missing)",
        "public partial Cart Run(Order order);"
    )]
    [InlineData(
        "[Stages(typeof(Missing))] public sealed partial class Checkout",
        "public partial Cart Run(Order order);"
    )]
    [InlineData("[Intercept<Missing>] public sealed partial class Checkout", "public partial Cart Run(Order order);")]
    [InlineData("public sealed abstract partial class Checkout", "public partial Cart Run(Order order);")]
    [InlineData("public sealed partial class Checkout : IDisposable", "public partial Cart Run(Order order);")]
    public void An_error_in_the_declaration_of_the_type_is_not_repeated(string header, string member) =>
        AssertSaidOnce(
            $$"""
            namespace Shop;

            [Pipeline]
            {{header}}
            {
                {{member}}

                [Stage] private static Cart Parse(Order order) => new(order);
            }
            """
        );

    [Fact]
    public void Code_that_lacks_any_one_token_has_no_further_errors()
    {
        var tokens = CSharpSyntaxTree.ParseText(Source).GetRoot().DescendantTokens();
        var repeated = tokens
            .Where(token => token.Span.Length > 0)
            .SelectMany(token =>
                FindRepeated(Source.Remove(token.SpanStart, token.Span.Length), out _)
                    .Select(error =>
                        $"{token.GetLocation().GetLineSpan().StartLinePosition} without '{token}': {error}"
                    )
            );

        Assert.Equal([], repeated);
    }

    private static void AssertSaidOnce(string source)
    {
        var repeated = FindRepeated(source, out var before);

        Assert.NotEmpty(before);
        Assert.Equal([], repeated);
    }

    /// <summary>The errors that exist only after the generator has run, in emitted code or in the user's file.</summary>
    private static IEnumerable<string> FindRepeated(string source, out IReadOnlyList<Diagnostic> before)
    {
        var input = new GeneratorInput(Shop.Values, source);
        var compilation = CompilationFactory.Compile(input);
        var driver = CompilationFactory
            .CreateDriver(input)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        before = [.. Errors(compilation)];
        var known = before.Select(Text).ToHashSet(StringComparer.Ordinal);
        return Errors(output)
            .Where(error => !known.Contains(Text(error)))
            .Select(error =>
                $"{error} in {error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}"
            );
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation
            .GetDiagnostics()
            .Where(found => found.Severity == DiagnosticSeverity.Error && !MissingParts.Contains(found.Id));

    private static string Text(Diagnostic diagnostic) => $"{diagnostic.Location.GetLineSpan()} {diagnostic.Id}";
}
