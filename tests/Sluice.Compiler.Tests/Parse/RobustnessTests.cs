using System.Collections;
using System.Reflection;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Properties that hold for every source.</summary>
public sealed class RobustnessTests
{
    private const string Full = """
        namespace Shop.@class
        {
            /// <summary>Prices.</summary>
            public interface IPricing { [Stage] Task<Quote?> QuoteAsync(Cart cart, CancellationToken ct); }
            public static class Steps { [Stage(Name = "Tax"), After("Parse", "Close")] public static decimal TaxAsync([From("Parse")] Cart cart) => 1; }
            public enum Size { Small, Large, Huge = -1 }
            public record Order; public record Cart : Order; public record Quote; public record Receipt(int Number);
            [Pipeline] partial class Inner { public partial (int A, string B) Count(in Order order); [Stage] int A(Order o) => 1; [Stage] string B() => ""; }
            public abstract class Base<T> { [Stage] protected virtual List<T> Load(T seed) => [seed]; }
            public partial interface IOuter<in T>
            {
                [Pipeline, Stages(typeof(Steps))]
                public sealed partial class Checkout<U>(IPricing inventory, [Stages] IPricing pricing, int? x = null) : Base<U> where U : class
                {
                    [Stages] private readonly Inner _inner = new Inner();
                    private readonly IPricing _pricing = pricing ?? inventory;
                    /// <summary>Runs.</summary>
                    public partial ValueTask<(Receipt Receipt, Quote? Quote)> RunAsync(Order order, U seed, CancellationToken ct = default);
                    [return: From("Close")] internal partial Task<Receipt> RunAsync(params string[] words);
                    public partial IAsyncEnumerable<T> Stream<V>(ref V value) where V : struct;
                    [Stage] static Cart Parse(Order order, StageContext context) => new();
                    [Stage(Only = ["RunAsync", null])] void Log(Receipt receipt, Task<int> later) { }
                    [Stage, Offload] Receipt Close([From(nameof(Parse))] Order order, Quote? quote, decimal? tax, int count = 3) => new(x ?? 0);
                    protected override List<U> Load(U seed) => [];
                    public partial ValueTask<PipelineResult<(Receipt, Size?)>> TryAsync(Optional<Order> order, Outcome<U> seed);
                    public partial IAsyncEnumerable<Receipt> Each([Each] Order[] orders);
                    [Stage, When(nameof(IsOpen)), Unless("Parse", Size.Large, (Size)(-7))] Outcome<Size> Measure(Optional<Cart> cart) => Size.Huge;
                    [Stage, Otherwise(nameof(Measure)), When("Measure", 1.5)] Task<Outcome<byte>> Weigh([Each(MaxConcurrency = 4, Flatten = true)] Order order) => null!;
                    [Stage] IAsyncEnumerable<long> Follow([Buffer(8, System.Threading.Channels.BoundedChannelFullMode.Wait)] IAsyncEnumerable<int> items, IReadOnlyList<Outcome<byte>> weights) => null!;
                    private async Task<bool> IsOpen(Order order) => await Task.FromResult(true);
                }
            }
        }
        """;

    [Fact]
    public void Half_typed_source_never_throws()
    {
        var parsed = 0;
        for (var length = Full.Length; length > 0; length -= 3)
        {
            var compilation = Source.Compile(Full[..length]);
            foreach (var pipeline in Source.Pipelines(compilation))
            {
                var result = PipelineParser.Parse(pipeline, compilation, CancellationToken.None);
                Assert.Equal(result.Model.Stages.Count, result.Symbols.Stages.Count);
                parsed++;
            }
        }

        Assert.InRange(parsed, 300, int.MaxValue);
    }

    [Fact]
    public void Source_with_a_hole_never_throws()
    {
        for (var start = 0; start + 6 < Full.Length; start += 7)
        {
            var compilation = Source.Compile(Full.Remove(start, 6));
            foreach (var pipeline in Source.Pipelines(compilation))
            {
                var model = Sluice
                    .Compiler.Parse.PipelineParser.Parse(pipeline, compilation, CancellationToken.None)
                    .Model;
                Assert.All(model.Stages, stage => Assert.NotEmpty(stage.Name));
            }
        }
    }

    [Theory]
    [InlineData("[Stage(Name = 3)] int A() => 1;")]
    [InlineData("[Stage(Name = )] int A() => 1;")]
    [InlineData("[Stage(Only = \"x\")] int A() => 1;")]
    [InlineData("[Stage, After(1, \"B\")] int A() => 1;")]
    [InlineData("[Stage] int A([From(4)] int) => 1;")]
    [InlineData("[Stage, Stage] Nowhere A(Nothing<int> b) => 1;")]
    [InlineData("[Stage] int () => 1;")]
    [InlineData("[Stages] Nowhere n; [Stages] int;")]
    public void Wrong_arguments_are_left_to_the_compiler(string members)
    {
        var model = Source
            .Parse(
                $"[Pipeline, Stages(typeof(Nowhere)), Stages(3), Stages(typeof())] partial class P {{ public partial int Run(); {members} }}"
            )
            .Model;
        Assert.DoesNotContain(model.Findings, finding => finding.Rule.IsError && !finding.IsOfCompiler);
    }

    [Fact]
    public void Two_compilations_of_one_source_give_equal_models()
    {
        var one = Source.Parse(Source.Compile(Full), "Checkout");
        var other = Source.Parse(
            Source.Compile(
                "// A line above.\n" + Full.Replace("=> new(x ?? 0)", "{ return new(4); }", StringComparison.Ordinal)
            ),
            "Checkout"
        );
        Assert.NotSame(one.Model, other.Model);
        Assert.Equal(one.Model, other.Model);
        Assert.Equal(one.Model.GetHashCode(), other.Model.GetHashCode());
    }

    [Fact]
    public void The_source_of_these_tests_is_read_whole()
    {
        var model = Source.Parse(Source.Compile(Full), "Checkout").Model;
        Assert.Equal(
            ["Parse", "Close", "Load", "Measure", "Weigh", "Follow", "Quote", "Count", "Tax", "IsOpen"],
            model.Stages.Select(stage => stage.Name)
        );
        Assert.Equal(4, model.EntryPoints.Count);
        Assert.Equal(
            [
                Rule.SourceParameterAlsoStored,
                Rule.TaskParameter,
                Rule.InvalidCondition,
                Rule.UnsupportedEntryPointSignature,
                Rule.StrayAttribute,
            ],
            model.Findings.Select(finding => finding.Rule)
        );
    }

    [Fact]
    public void A_model_holds_nothing_of_the_compiler()
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(Source.Parse(Source.Compile(Full), "Checkout").Model, visited);
        Assert.InRange(visited.Count, 50, int.MaxValue);
    }

    [Fact]
    public void A_cancelled_parse_ends()
    {
        var compilation = Source.Compile(Full);
        var pipeline = Source.Pipelines(compilation).First();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            PipelineParser.Parse(pipeline, compilation, new CancellationToken(canceled: true))
        );
    }

    private static void Walk(object? value, HashSet<object> visited)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !visited.Add(value))
        {
            return;
        }

        var name = value.GetType().Assembly.GetName().Name!;
        Assert.False(
            name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal),
            $"The model holds a {value.GetType()}."
        );
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                Walk(item, visited);
            }
        }

        if (value is Array)
        {
            return;
        }

        foreach (
            var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        )
        {
            Walk(field.GetValue(value), visited);
        }
    }
}
