using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class PipelineTypeTests
{
    [Fact]
    public void A_generic_pipeline_repeats_its_type_parameters() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Convert<TIn, TOut>(Func<TIn, TOut> convert)
                        where TIn : notnull
                        where TOut : class, new()
                    {
                        public partial ValueTask<TOut[]> RunAsync(TIn value, CancellationToken cancellationToken = default);

                        [Stage] private async Task<TOut> ConvertAsync(TIn value, CancellationToken token)
                        {
                            await Task.Delay(1, token);
                            return convert(value);
                        }
                        [Stage] private TOut[] Wrap(TOut value) => [value];
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_nested_pipeline_type_reopens_what_contains_it() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    public static partial class Outer
                    {
                        internal partial record struct Middle<T>
                        {
                            [Pipeline]
                            internal sealed partial class Inner
                            {
                                internal partial T[] Run(T value);

                                [Stage] private static T[] Wrap(T value) => [value];
                            }
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_record_may_be_a_pipeline() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial record class Checkout(int Factor)
                    {
                        public partial int Run(Order order);

                        [Stage] private int Multiply(Order order) => Factor * order.Id;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_static_class_may_be_a_pipeline() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public static partial class Checkout
                    {
                        public static partial Task<Receipt> RunAsync(Cart cart);

                        [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Stock(cart);
                        }
                        [Stage] private static async ValueTask<Quote> PriceAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Quote(cart);
                        }
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_pipeline_may_be_in_the_global_namespace() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    [Pipeline]
                    public sealed partial class Lengths
                    {
                        public partial int Run(string text);

                        [Stage] private static int Length(string text) => text.Length;
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_pipeline_may_be_spread_over_files() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout
                    {
                        public partial Quote Run(Order order);
                    }
                    """,
                    """
                    namespace Shop;

                    public sealed partial class Checkout
                    {
                        [Stage] private static Cart Parse(Order order) => new(order);
                    }
                    """,
                    """
                    namespace Shop
                    {
                        partial class Checkout
                        {
                            public partial Task<Quote> RunAsync(Order order);

                            [Stage] private static Quote Price(Cart cart) => new(cart);
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void Names_may_be_keywords_or_of_any_alphabet() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace @namespace.Größe;

                    public sealed record @event(string @string);

                    public sealed record 大きさ(int 数);

                    [Pipeline]
                    public sealed partial class @class([Stages] @class.@static @switch)
                    {
                        public partial ValueTask<long> @new(@event @event, CancellationToken @default = default);

                        [Stage] private static ValueTask<int> @int(@event @event) => new(@event.@string.Length);
                        [Stage] private static async Task<大きさ> 測るAsync(@event @event, CancellationToken @in)
                        {
                            await Task.Delay(1, @in);
                            return new 大きさ(@event.@string.Length);
                        }
                        [Stage] private static void @void(@event @this) { }

                        public sealed class @static
                        {
                            [Stage] public long @long(int @ref, 大きさ ñandú) => @ref + ñandú.数;
                        }
                    }
                    """
                )
                .Text
        );

    [Fact]
    public void A_users_own_members_keep_their_names() =>
        Snapshot.Verify(
            GeneratorHarness
                .Run(
                    """
                    namespace Shop;

                    [Pipeline]
                    public sealed partial class Checkout([Stages] Checkout.Source source)
                    {
                        public int Graph => 3;

                        public partial ValueTask<Receipt> RunAsync(Cart run, CancellationToken state = default);

                        private sealed class Run;

                        private sealed class RunAsyncRun;

                        [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                        {
                            await Task.Yield();
                            return new Stock(cart);
                        }
                        [Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);

                        public sealed class Source
                        {
                            [Stage] public async Task<Quote> PriceAsync(Cart cart)
                            {
                                await Task.Yield();
                                return new Quote(cart);
                            }
                        }
                    }
                    """
                )
                .Text
        );

    [Theory]
    [InlineData("long", "Run", "static", "static")]
    [InlineData("ValueTask<long>", "RunAsync", "async", "static")]
    [InlineData("ValueTask<long>", "RunAsync", "async", "async")]
    public void Inputs_and_stages_may_have_the_names_that_emitted_code_uses(
        string output,
        string name,
        string first,
        string second
    )
    {
        string[] names =
        [
            "callerContext",
            "callerToken",
            "exception",
            "run",
            "runId",
            "values",
            "pipeline",
            "result",
            "step",
            "task",
            "stage",
            "ready",
            "previous",
            "continuation",
            "value",
            "Version",
            "Pool",
            "IdleOnThread",
        ];
        var inputs = string.Join(", ", names.Select(input => $"int {input}"));
        var stages = names.Select(input =>
            $"[Stage] private static V{input} {char.ToUpperInvariant(input[0])}{input[1..]}(int {input}, StageContext context) => new();"
        );

        GeneratorHarness.Run(
            $$"""
            namespace Names;

            public sealed record Left;

            public sealed record Right;

            {{string.Join('\n', names.Select(input => $"public sealed record V{input};"))}}

            [Pipeline]
            public sealed partial class Everything
            {
                public partial {{output}} {{name}}({{inputs}});

                {{string.Join("\n    ", stages)}}
                [Stage] private {{Shape(first, "Left", "Left")}}
                [Stage] private {{Shape(second, "Right", "Right")}}
                [Stage] private static long Sum(Left left, Right right, {{string.Join(
                ", ",
                names.Select(input => $"V{input} v{input}, int {input}")
            )}}) => run;
            }
            """
        );

        static string Shape(string shape, string type, string method) =>
            shape == "async"
                ? $"async Task<{type}> {method}Async(int run, CancellationToken token) {{ await System.Threading.Tasks.Task.Yield(); return new {type}(); }}"
                : $"static {type} {method}(int run, CancellationToken token) => new {type}();";
    }

    [Fact]
    public void The_token_may_have_a_name_that_emitted_code_uses() =>
        GeneratorHarness.Run(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<Stock> RunAsync(Cart callerContext, CancellationToken run);
                public partial ValueTask<Stock> ExceptionAsync(Cart values, CancellationToken exception);

                [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                {
                    await Task.Yield();
                    return new Stock(cart);
                }
            }
            """
        );

    [Fact]
    public void A_types_name_that_hides_a_namespace_does_no_harm() =>
        GeneratorHarness.Run(
            """
            namespace Shop;

            public sealed class System;

            public sealed class Sluice;

            public sealed class Task;

            [global::Sluice.Pipeline]
            public sealed partial class Checkout
            {
                public partial global::System.Threading.Tasks.ValueTask<Receipt> RunAsync(Cart cart);

                [global::Sluice.Stage]
                private static async global::System.Threading.Tasks.Task<Stock> ReserveAsync(Cart cart)
                {
                    await global::System.Threading.Tasks.Task.Yield();
                    return new Stock(cart);
                }

                [global::Sluice.Stage]
                private static async global::System.Threading.Tasks.Task<Quote> PriceAsync(Cart cart)
                {
                    await global::System.Threading.Tasks.Task.Yield();
                    return new Quote(cart);
                }

                [global::Sluice.Stage] private static Receipt Close(Stock stock, Quote quote) => new(stock, quote);
            }
            """
        );

    [Fact]
    public void Two_pipelines_whose_names_differ_in_case_get_files_of_their_own()
    {
        var run = GeneratorHarness.Run(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Price
            {
                public partial Quote Run(Cart cart);

                [Stage] private static Quote Make(Cart cart) => new(cart);
            }

            [Pipeline]
            public sealed partial class PRICE
            {
                public partial Quote Run(Cart cart);

                [Stage] private static Quote Make(Cart cart) => new(cart);
            }

            [Pipeline]
            public sealed partial class Price<T>
            {
                public partial Quote Run(Cart cart);

                [Stage] private static Quote Make(Cart cart) => new(cart);
            }
            """
        );

        var names = run.Result.GeneratedSources.Select(source => source.HintName).ToArray();
        Assert.Equal(3, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_file_without_pipelines_gets_nothing()
    {
        var input = new GeneratorInput("public sealed class Plain;");
        var driver = CompilationFactory.CreateDriver(input).RunGenerators(CompilationFactory.Compile(input));

        Assert.Empty(driver.GetRunResult().Results.Single().GeneratedSources);
    }
}
