using System.Globalization;
using System.Runtime.CompilerServices;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class FlowTests
{
    [Fact]
    public void Branches_of_a_synchronous_route_are_merged() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                public static partial Receipt Run(Order order);

                [Stage] private static Kind Route(Order order) => Kind.Small;
                [Stage] private static Stock Reserve(Order order) => new(new Cart(order));
                [Stage, When(nameof(Route), Kind.Small)] private static Cart Simple(Order order) => new(order);
                [Stage, Otherwise(nameof(Route))] private static Cart Thorough(Order order, Stock stock) => new(order);
                [Stage] private static Receipt Close([From(nameof(Simple), nameof(Thorough))] Cart cart) => new(null!, null!);
            }
            """
        );

    [Fact]
    public void A_stage_may_produce_nothing_and_another_may_handle_its_failure() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                public static partial ValueTask<Optional<Receipt>> RunAsync(Order order, CancellationToken cancellationToken);

                private static ValueTask<bool> IsLargeAsync(Order order) => new(true);
                [Stage, When(nameof(IsLargeAsync))] private static ValueTask<Optional<Cart>> ParseAsync(Order order) => new(Optional.Skip("empty"));
                [Stage] private static ValueTask<Stock> ReserveAsync(Order order, CancellationToken cancellationToken) => new(new Stock(null!));
                [Stage] private static Quote Price(Cart cart, Outcome<Stock> stock) => new(cart);
                [Stage] private static Receipt Close(Quote quote, Optional<Cart> cart) => new(null!, quote);
            }
            """
        );

    [Fact]
    public void A_sequential_run_steps_over_what_is_skipped() =>
        Verify(
            """
            [Pipeline(OnFailure = FailureMode.Continue)]
            public static partial class Checkout
            {
                public static partial ValueTask<Receipt> RunAsync(Order order, bool isDryRun, CancellationToken cancellationToken);

                [Stage] private static async ValueTask<Cart> ParseAsync(Order order) { await Task.Yield(); return new(order); }
                [Stage, Unless("isDryRun")] private static async ValueTask StoreAsync(Cart cart) => await Task.Yield();
                [Stage, After(nameof(StoreAsync))] private static async ValueTask<Receipt> CloseAsync(Cart cart) { await Task.Yield(); return new(null!, null!); }
            }
            """
        );

    [Fact]
    public void A_result_tells_of_each_stage() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                public static partial PipelineResult<Quote> Run(Order order);
                public static partial ValueTask<PipelineResult<Quote>> RunAsync(Order order, CancellationToken cancellationToken);

                [Stage] private static Cart Parse(Order order) => new(order);
                [Stage] private static Optional<Quote> Price(Cart cart) => new Quote(cart);
            }
            """
        );

    [Fact]
    public void A_stage_runs_for_each_element() =>
        Verify(
            """
            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<int> RunAsync(Order[] orders, decimal rate, CancellationToken cancellationToken);

                [Stage] private static Cart Parse([Each] Order order) => new(order);
                [Stage] private async ValueTask<Stock> ReserveAsync([Each(MaxConcurrency = 4)] Cart cart, decimal rate, StageContext context) { await Task.Yield(); return new(cart); }
                [Stage] private static int Count(IReadOnlyList<Outcome<Stock>> stocks) => stocks.Count;
            }
            """
        );

    [Fact]
    public void A_stream_feeds_a_stage_and_an_entry_point_streams() =>
        Verify(
            """
            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<int> CountAsync(Order order);
                public partial IAsyncEnumerable<Cart> StreamAsync(Order order, CancellationToken cancellationToken);

                [Stage] private static async IAsyncEnumerable<Cart> Parse(Order order, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token) { await Task.Yield(); yield return new(order); }
                [Stage] private static async ValueTask<int> SumAsync([Buffer(8)] IAsyncEnumerable<Cart> carts)
                {
                    var sum = 0;
                    await foreach (var cart in carts) { sum++; }
                    return sum;
                }
            }
            """
        );

    [Fact]
    public void A_stream_is_read_while_effects_are_under_way() =>
        Verify(
            """
            [Pipeline]
            public sealed partial class Chat
            {
                public partial IAsyncEnumerable<Quote> StreamAsync(Order order, CancellationToken cancellationToken);

                [Stage] private static Cart Parse(Order order) => new(order);
                [Stage] private static async IAsyncEnumerable<Quote> AnswerAsync(Cart cart) { await Task.Yield(); yield return new(cart); }
                [Stage] private static Task StoreAsync(Order order, CancellationToken token) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void A_stream_that_is_read_while_effects_are_under_way_waits_for_its_guard() =>
        Verify(
            """
            [Pipeline(OnFailure = FailureMode.Continue)]
            public sealed partial class Chat
            {
                public partial IAsyncEnumerable<Quote> StreamAsync<TObserver>(Order order, bool isShort, TObserver observer, RunContext context)
                    where TObserver : struct, IRunObserver;

                [Stage, Compensate(nameof(Undo))] private static Task<Cart> ParseAsync(Order order) => Task.FromResult(new Cart(order));
                private static void Undo(Cart cart) { }
                [Stage] private static async IAsyncEnumerable<Quote> AnswerAsync(Cart cart) { await Task.Yield(); yield return new(cart); }
                [Stage, Guard, After(nameof(AnswerAsync))] private static bool IsFree(Order order) => true;
                [Stage, After(nameof(AnswerAsync))] private static Task StoreAsync(Cart cart, StageContext context) => Task.CompletedTask;
            }
            """
        );

    /// <summary>
    /// When a source settles, its effect on the merge comes before its unconditional releases. Until those are done, no other thread
    /// can end the run, so the run object cannot be used for another run in between.
    /// </summary>
    [Fact]
    public void A_stage_starts_as_soon_as_a_merge_is_known() =>
        Verify(
            """
            [Pipeline]
            public static partial class Checkout
            {
                public static partial ValueTask<Receipt> RunAsync(Order order);

                [Stage] private static async ValueTask<Optional<Cart>> Stored(Order order) { await Task.Yield(); return Optional.Skip("none"); }
                [Stage] private static async ValueTask<Cart> Made(Order order) { await Task.Yield(); return new(order); }
                [Stage] private static Receipt Close([From(nameof(Stored), nameof(Made))] Cart cart) => new(null!, null!);
            }
            """
        );

    [Theory]
    [InlineData("")]
    [InlineData("(OnFailure = FailureMode.Continue)")]
    public void An_output_of_a_long_straight_line_may_be_null(string onFailure)
    {
        var stages = string.Concat(
            Enumerable
                .Range(1, 80)
                .Select(number =>
                    $"[Stage{(number == 40 ? ", When(\"flag\")" : "")}] static S{number} Make{number}(S{number - 1} s) => new(); "
                )
        );
        var types = string.Concat(Enumerable.Range(0, 81).Select(number => $"public sealed record S{number}; "));

        var run = GeneratorHarness.Run(
            $$"""
            {{types}}
            [Pipeline{{onFailure}}]
            public static partial class Long
            {
                public static partial S80? Run(S0 first, bool flag);
                public static partial PipelineResult<S80?> Result(S0 first, bool flag);
                {{stages}}
            }
            """
        );

        Assert.Contains("RunSegment1", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "static S{0} Make{0}(S{1} s) => new();")]
    [InlineData("", "static async ValueTask<S{0}> Make{0}Async(S{1} s) {{ await Task.Yield(); return new(); }}")]
    [InlineData("(OnFailure = FailureMode.Continue)", "static S{0} Make{0}(S{1} s) => new();")]
    [InlineData(
        "(OnFailure = FailureMode.Continue)",
        "static async ValueTask<S{0}> Make{0}Async(S{1} s) {{ await Task.Yield(); return new(); }}"
    )]
    public void Fan_outs_streams_and_merges_have_a_place_among_many_stages(string onFailure, string stage)
    {
        var stages = string.Concat(
            Enumerable
                .Range(1, 70)
                .Select(number => $"[Stage] {string.Format(CultureInfo.InvariantCulture, stage, number, number - 1)} ")
        );
        var types = string.Concat(Enumerable.Range(0, 71).Select(number => $"public sealed record S{number}; "));

        var run = GeneratorHarness.Run(
            $$"""
            {{types}}
            [Pipeline{{onFailure}}]
            public static partial class Long
            {
                public static partial ValueTask<PipelineResult<double>> ResultAsync(S0 first, int[] numbers, bool flag);
                public static partial ValueTask<double> RunAsync(S0 first, int[] numbers, bool flag, CancellationToken token);

                {{stages}}
                [Stage] static string Show([Each] int number, S70 last) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                [Stage] static async ValueTask<long> SizeAsync([Each(MaxConcurrency = 2)] string text, CancellationToken token) { await Task.Yield(); return text.Length; }
                [Stage] static async IAsyncEnumerable<char> Spell(IReadOnlyList<string> texts) { await Task.Yield(); yield return texts[0][0]; }
                [Stage, When("flag")] static async ValueTask<float> CountAsync([Buffer(4)] IAsyncEnumerable<char> letters) { await foreach (var letter in letters) { } return 1; }
                [Stage, Unless("flag")] static float Sum(IReadOnlyList<Outcome<long>> sizes) => sizes.Count;
                [Stage] static double Close([From(nameof(CountAsync), nameof(Sum))] float number) => number;
            }
            """
        );

        Assert.Contains("Elements.FanOut.Run", run.Text, StringComparison.Ordinal);
    }

    private static void Verify(string pipeline, [CallerMemberName] string test = "") =>
        Snapshot.Verify(
            GeneratorHarness.Run("namespace Shop;\n\npublic enum Kind { Small, Large }\n\n" + pipeline).Text,
            method: test
        );
}
