using Sluice.FunctionalTests.Harness;

namespace Sluice.FunctionalTests.Language;

/// <summary>
/// The kinds of type that a pipeline can be: nested, generic, static, a record, in the global namespace, in several files, derived.
/// </summary>
public sealed partial class PipelineTypeTests
{
    [Fact]
    public void A_pipeline_may_be_in_no_namespace_and_in_several_files() =>
        Assert.Equal(5, new GlobalPipeline().Run("hello"));

    [Fact]
    public async Task A_generic_pipeline_with_a_class_constraint_runs_for_each_type_argument()
    {
        var gate = new Gate();
        var run = new Converting<string, Uri>(text => new Uri(text, UriKind.Relative)).RunAsync("a", gate).AsTask();
        gate.Open(1);
        Assert.Equal("a", Assert.Single(await run.OrHang()).ToString());

        var other = await new Converting<int, object>(number => number + 1).RunAsync(1, Gate.Opened(1));
        Assert.Equal([2], other);
    }

    [Fact]
    public void A_generic_pipeline_takes_stages_from_a_type_parameter()
    {
        Assert.Equal(-3, new Applying<Negating>(new Negating()).Run(3));
    }

    [Fact]
    public void A_pipeline_may_be_static() => Assert.Equal("<b>", StaticPipeline.Run("b"));

    [Fact]
    public async Task A_static_pipeline_may_suspend()
    {
        var gate = new Gate();
        var run = StaticPipeline.RunAsync(gate);
        gate.Open(6);
        Assert.Equal(7L, await run.OrHang());
    }

    [Fact]
    public void A_pipeline_may_be_a_record_and_stays_comparable()
    {
        Assert.Equal(12, new Factor(4).Run(3));
        Assert.Equal(new Factor(4), new Factor(2) with { By = 4 });
    }

    [Fact]
    public void A_pipeline_may_be_nested_in_generic_types()
    {
        Assert.Equal(["x", "x"], Outer<string>.Inner.Run("x"));
    }

    [Fact]
    public async Task A_pipeline_may_derive_from_another()
    {
        var gate = new Gate();
        var derived = new Derived();
        var run = derived.RunTwiceAsync(gate).AsTask();
        gate.Open(2);

        Assert.Equal("2 2", await run.OrHang());
        Assert.Equal(2L, await derived.RunAsync(Gate.Opened(2)));
        Assert.Equal("RunAsync", Base.Graph.EntryPoints.Single().Name);
        Assert.Equal("RunTwiceAsync", Derived.Graph.EntryPoints.Single().Name);
    }

    [Fact]
    public void A_pipeline_with_a_member_called_graph_of_its_own_has_its_graph_under_another_name()
    {
        Assert.Equal(4, new WithGraph().Run(3));
        Assert.Equal("the user's", WithGraph.Graph);
        Assert.Equal(["Increment"], WithGraph.PipelineGraph.Stages.Select(stage => stage.Name));
    }

    public interface IComputing
    {
        [Stage]
        long Compute(int number);
    }

    public sealed class Negating : IComputing
    {
        public long Compute(int number) => -number;
    }

    public static partial class Outer<T>
        where T : notnull
    {
        [Pipeline]
        public static partial class Inner
        {
            public static partial T[] Run(T value);

            [Stage]
            private static T[] Twice(T value) => [value, value];
        }
    }

    [Pipeline]
    private sealed partial class Converting<TIn, TOut>(Func<TIn, TOut> convert)
        where TIn : notnull
        where TOut : class
    {
        public partial ValueTask<TOut[]> RunAsync(TIn value, Gate gate);

        [Stage]
        private async Task<TOut> ConvertAsync(TIn value, Gate gate)
        {
            await gate.WaitAsync();
            return convert(value);
        }

        [Stage]
        private static TOut[] Wrap(TOut value) => [value];
    }

    [Pipeline]
    private sealed partial class Applying<TComputing>([Stages] TComputing computing)
        where TComputing : class, IComputing
    {
        public partial long Run(int number);
    }

    [Pipeline]
    private static partial class StaticPipeline
    {
        [return: From(nameof(Bracket))]
        public static partial string Run(string text);

        public static partial Task<long> RunAsync(Gate gate);

        [Stage]
        private static string Bracket([From("text")] string text) => $"<{text}>";

        [Stage]
        private static async ValueTask<int> WaitAsync(Gate gate) => await gate.WaitAsync();

        [Stage]
        private static long Next(int number) => number + 1;
    }

    [Pipeline]
    private sealed partial record Factor(int By)
    {
        public partial long Run(int number);

        [Stage]
        private long Multiply(int number) => (long)number * By;
    }

    [Pipeline]
    private partial class Base
    {
        public partial ValueTask<long> RunAsync(Gate gate);

        [Stage]
        protected static async Task<long> WaitAsync(Gate gate) => await gate.WaitAsync();
    }

    [Pipeline]
    private sealed partial class Derived : Base
    {
        public partial ValueTask<string> RunTwiceAsync(Gate gate);

        [Stage]
        private static string Show(long number) => $"{number} {number}";
    }

    [Pipeline]
    private sealed partial class WithGraph
    {
        public static string Graph => "the user's";

        public partial long Run(int number);

        [Stage]
        private static long Increment(int number) => number + 1;
    }
}
