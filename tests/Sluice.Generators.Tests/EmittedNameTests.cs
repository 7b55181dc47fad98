using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Names in emitted code change if they would collide with the user's names.</summary>
public sealed class EmittedNameTests
{
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
    public void An_input_may_have_the_name_of_the_count_of_open_ends() =>
        GeneratorHarness.Run(
            """
            namespace Shop;

            [Pipeline]
            public sealed partial class Checkout
            {
                public partial ValueTask<(Stock, Quote)> RunAsync(Cart openEnds);

                [Stage] private static async Task<Stock> ReserveAsync(Cart cart)
                {
                    await Task.Yield();
                    return new Stock(cart);
                }

                [Stage] private static async Task<Quote> PriceAsync(Cart cart)
                {
                    await Task.Yield();
                    return new Quote(cart);
                }
            }
            """
        );

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

    [Theory]
    [InlineData("A.System")]
    [InlineData("Sluice.Foo")]
    [InlineData("A.Sluice.CompilerServices")]
    public void A_pipeline_may_be_among_namespaces_members_and_types_that_hide_others(string place)
    {
        string[] words =
        [
            "System",
            "Sluice",
            "Task",
            "ValueTask",
            "Action",
            "Exception",
            "CancellationToken",
            "CompilerServices",
            "RunReport",
        ];
        GeneratorHarness.Run(
            new GeneratorInput(
                $$"""
                namespace {{place}}
                {
                    namespace System
                    {
                        public sealed class String;
                    }

                    public sealed record Order(int Number);

                    public enum Intent
                    {
                        Left,
                        Right,
                    }

                    [global::Sluice.Pipeline]
                    public sealed partial class WithMembers
                    {
                        {{string.Join(
                    "\n",
                    words.Append("nameof").Select(word => $"public int {word}(int {word}) => {word};")
                )}}
                        {{Body(words)}}
                    }

                    [global::Sluice.Pipeline]
                    public sealed partial class WithTypes
                    {
                        {{string.Join("\n", words.Select(word => $"public sealed class {word};"))}}
                        {{Body(words)}}
                    }
                }
                """
            )
        );

        static string Body(string[] words) =>
            $$"""
                    public partial global::System.Threading.Tasks.ValueTask<global::Sluice.PipelineResult<long>> RunAsync(
                        Order order, Intent intent, {{string.Join(
                    ", ",
                    words.Select(word => $"int {word}")
                )}}, global::System.Threading.CancellationToken token = default);
                    public partial global::System.Collections.Generic.IAsyncEnumerable<byte> ReadAsync(Order order);

                    [global::Sluice.Stage, global::Sluice.When("intent", Intent.Left)]
                    private static string First(Order order, {{string.Join(
                    ", ",
                    words.Select(word => $"int {word}")
                )}}) => "";

                    [global::Sluice.Stage, global::Sluice.Otherwise("intent")]
                    private static string Second(Order order) => "";

                    [global::Sluice.Stage, global::Sluice.Retry(2, Delay = "00:00:01"), global::Sluice.Cached("00:00:01"), global::Sluice.CircuitBreaker(5, "00:00:30")]
                    private static global::System.Threading.Tasks.Task<int> CountAsync([global::Sluice.From("First", "Second")] string text) =>
                        global::System.Threading.Tasks.Task.FromResult(text.Length);

                    [global::Sluice.Stage, global::Sluice.Compensate("Undo")]
                    private static global::System.Threading.Tasks.Task<short[]> SplitAsync(Order order, global::Sluice.StageContext context) =>
                        global::System.Threading.Tasks.Task.FromResult(new short[1]);

                    private static void Undo(short[] split) { }

                    [global::Sluice.Stage]
                    private static global::System.Threading.Tasks.Task<double> HalveAsync([global::Sluice.Each] short item) =>
                        global::System.Threading.Tasks.Task.FromResult(0.5);

                    [global::Sluice.Stage] private static long AddUp(int count, double[] halves) => count;
                    [global::Sluice.Stage] private static global::System.Collections.Generic.IAsyncEnumerable<byte> Read(short[] split) => throw new global::System.NotSupportedException();
                """;
    }

    [Theory]
    [InlineData("", "string", "\"\"")]
    [InlineData("", "ValueTask<string>", "new(\"\")")]
    [InlineData(", Offload", "ValueTask<string>", "new(\"\")")]
    public void A_stages_name_may_be_any_text(string attribute, string output, string value) =>
        GeneratorHarness.Run(
            $$"""
            namespace Names;

            [Pipeline]
            public sealed partial class Lines
            {
                public partial ValueTask<long> RunAsync(byte value);

                [Stage(Name = "a \"{0}\n#error */ <b>\u2028#error\u0085#error\u0001\r\n#error"){{attribute}}]
                private static {{output}} First(byte value) => {{value}};

                [Stage(Name = "\n#error")] private static ValueTask<int> Second(byte value) => new(1);
                [Stage(Name = "")] private static ValueTask<long> Third(string first, int second) => new(1);
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
}
