using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

/// <summary>Pipelines cause no warnings in a CLS-compliant project.</summary>
public sealed class ClsCompliantTests
{
    private const string Promise = "[assembly: CLSCompliant(true)]";

    public static TheoryData<string> Shapes => [.. NamedPipelines.Shapes];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Pipelines_of_all_shapes_give_no_warning(string shape) =>
        GeneratorHarness.Run(new GeneratorInput(Promise, NamedPipelines.Of(shape, ["First", "Second", "Third"])));

    [Fact]
    public void What_only_emitted_members_show_gives_no_warning() =>
        GeneratorHarness.Run(
            new GeneratorInput(
                Promise,
                """
                public class Outer<T>
                {
                    public partial class Inner
                    {
                        [Pipeline]
                        public partial record class Checkout<TValue>
                            where TValue : notnull
                        {
                            public partial ValueTask<PipelineResult<int>> RunAsync<TObserver>(TValue value, RunContext? context, TObserver observer)
                                where TObserver : struct, IRunObserver;

                            [Stage(Name = "_count"), CircuitBreaker(5, "00:00:30")] private static uint _count(TValue value) => 1;
                            [Stage] private static ulong[] Count(uint count) => [count];
                            [Stage] private static ValueTask<int> AddUpAsync(ulong[] counts) => new(counts.Length);
                        }
                    }
                }
                """.Replace("public class Outer", "public partial class Outer", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void A_project_that_promises_nothing_has_no_trace_of_it() =>
        Assert.DoesNotContain(
            "CS3",
            GeneratorHarness.Run(new GeneratorInput(NamedPipelines.Of("at once", ["First"]))).Text,
            StringComparison.Ordinal
        );
}
