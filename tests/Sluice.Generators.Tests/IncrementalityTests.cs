using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class IncrementalityTests
{
    private const string Checkout = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Checkout
        {
            public partial ValueTask<Receipt> RunAsync(Order order, CancellationToken cancellationToken = default);

            [Stage] private static Cart Parse(Order order) => new(order);
            [Stage] private static ValueTask<Stock> ReserveAsync(Cart cart) => new(new Stock(cart));
            [Stage] private static ValueTask<Quote> PriceAsync(Cart cart) => new(new Quote(cart));
            [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
        }
        """;

    private const string Audit = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Audit
        {
            public partial void Run(Order order);

            [Stage] private static void Log(Order order) { }
        }
        """;

    private const string Policies = """
        namespace Shop;

        public readonly struct Log : ISynchronousStageInterceptor
        {
            public T Invoke<T, TInner>(TInner inner, StageContext context) where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
        }

        [Pipeline]
        public sealed partial class Pricing
        {
            public partial ValueTask<Quote> RunAsync(Order order, CancellationToken cancellationToken = default);

            [Stage, Intercept<Log>, Compensate(nameof(Undo))] private static Cart Parse(Order order) => new(order);
            private static void Undo(Cart cart) { /* undone */ }

            [Stage, Retry(3, When = nameof(IsBusy)), Timeout("00:00:05"), Fallback(nameof(Guess)), Cached("00:01:00", Key = nameof(KeyOf))]
            private static ValueTask<Quote> PriceAsync(Cart cart, CancellationToken token) => new(new Quote(cart));
            private static bool IsBusy(Exception exception) => exception is IOException;
            private static Quote Guess(Cart cart) => new(cart);
            private static Quote GuessAgain(Cart cart) => new(cart);
            private static int KeyOf(Cart cart) => cart.GetHashCode();
        }
        """;

    private const string Unrelated = """
        namespace Shop;

        public static class Unrelated
        {
            public static int Number => 1;
        }
        """;

    // The positions of the files. The harness adds the values of the shop first.
    private const int CheckoutFile = 1;
    private const int AuditFile = 2;
    private const int UnrelatedFile = 3;

    [Theory]
    [InlineData(CheckoutFile, "=> new(order);", "=> new(new Order(order.Id + 1));")]
    [InlineData(CheckoutFile, "=> new(order);", "=> new(orde);")]
    [InlineData(CheckoutFile, "namespace Shop;", "\n\n// A comment.\nnamespace Shop;")]
    [InlineData(
        CheckoutFile,
        "    [Stage] private static Receipt",
        "    // A comment.\n    [Stage] private static Receipt"
    )]
    [InlineData(CheckoutFile, "[Stage] private static Cart Parse", "[Stage]\n    private   static Cart  Parse")]
    [InlineData(UnrelatedFile, "Number => 1", "Number => 2")]
    [InlineData(
        UnrelatedFile,
        "public static int Number => 1;",
        "public static string Name() => \"\"; public class Inner { }"
    )]
    public void An_edit_that_changes_no_signature_runs_nothing(int file, string before, string after)
    {
        var run = GeneratorHarness.Run(Checkout, Audit, Unrelated);

        run.After(Edit(run, file, before, after)).AssertNothingRan();
    }

    [Theory]
    [InlineData("Close(Stock stock, Quote quote)", "Close(Stock stock, Quote quote, Order order)")]
    [InlineData(
        "[Stage] private static ValueTask<Quote> PriceAsync",
        "[Stage, Offload] private static ValueTask<Quote> PriceAsync"
    )]
    [InlineData("ReserveAsync(", "HoldAsync(")]
    [InlineData("ValueTask<Receipt> RunAsync", "Task<Receipt> RunAsync")]
    [InlineData("Order order, CancellationToken cancellationToken = default", "Order order")]
    public void An_edit_of_a_signature_runs_every_step(string before, string after)
    {
        var run = GeneratorHarness.Run(Checkout);

        var reasons = run.After(Edit(run, CheckoutFile, before, after));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Parse);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Bind);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Plan);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Emit);
    }

    [Theory]
    [InlineData("=> new(new Quote(cart));", "=> new(new Quote(null!));")]
    [InlineData("=> exception is IOException;", "=> exception is IOException or TimeoutException;")]
    [InlineData("{ /* undone */ }", "{ _ = cart; }")]
    [InlineData("=> cart.GetHashCode();", "=> 1;")]
    [InlineData("=> inner.Invoke();", "{ return inner.Invoke(); }")]
    [InlineData("[Stage, Retry(3", "[Stage]\n    [Retry(3")]
    public void An_edit_of_what_a_policy_calls_runs_nothing(string before, string after)
    {
        var run = GeneratorHarness.Run(Policies);

        run.After(Edit(run, CheckoutFile, before, after)).AssertNothingRan();
    }

    [Theory]
    [InlineData("Retry(3", "Retry(4")]
    [InlineData("00:00:05", "00:00:06")]
    [InlineData("Key = nameof(KeyOf)", "Size = 8")]
    [InlineData("nameof(Guess)", "nameof(GuessAgain)")]
    [InlineData(", Compensate(nameof(Undo))", "")]
    public void An_edit_of_a_policy_runs_every_step(string before, string after)
    {
        var run = GeneratorHarness.Run(Policies);

        var reasons = run.After(Edit(run, CheckoutFile, before, after));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Parse);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Emit);
    }

    [Fact]
    public void An_edit_of_one_pipeline_leaves_the_other_alone()
    {
        var run = GeneratorHarness.Run(Checkout, Audit);

        var reasons = run.After(
            Edit(
                run,
                AuditFile,
                "private static void Log(Order order)",
                "private static void Log(Order order, CancellationToken token)"
            )
        );

        foreach (var step in new[] { reasons.Bind, reasons.Plan, reasons.Emit })
        {
            Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], step);
        }
    }

    [Fact]
    public void A_changed_base_class_in_another_file_is_noticed()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Shop;

            public abstract class Base
            {
                [Stage] protected static Cart Parse(Order order) => new(order);
            }
            """,
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout : Base
            {
                public partial Cart Run(Order order);
            }
            """
        );

        var reasons = run.After(Edit(run, 1, "Parse(Order order)", "Parse(Order order, CancellationToken token)"));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Emit);
    }

    [Fact]
    public void A_removed_pipeline_leaves_nothing_behind()
    {
        var run = GeneratorHarness.Run(Audit, Checkout);

        var edited = CompilationFactory.Edit(run.Input, 1, _ => "");
        var sources = run.Driver.RunGenerators(edited).GetRunResult().GeneratedTrees;

        Assert.Single(sources);
    }

    private static Compilation Edit(GeneratorRun run, int file, string before, string after) =>
        CompilationFactory.Edit(run.Input, file, text => text.Replace(before, after, StringComparison.Ordinal));
}
