using Microsoft.CodeAnalysis;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Plan;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests;

public sealed class CompilerFaultTests
{
    private const string Checkout = """
        namespace Shop;

        [Pipeline]
        public sealed partial class Checkout
        {
            public partial Cart Run(Order order);

            [Stage] private static Cart Parse(Order order) => new(order);
        }
        """;

    private static readonly CompilerSteps ThrowingSteps = new()
    {
        Bind = (model, token) =>
            model.Stages.Any(stage => stage.Name == "Parse")
                ? throw new InvalidOperationException("No way.")
                : PipelineBinder.Bind(model, token),
    };

    [Fact]
    public void A_fault_goes_with_the_edit_that_mends_it_and_comes_back_with_the_one_that_brings_it()
    {
        var input = new GeneratorInput(Shop.Values, Checkout);
        var compilation = CompilationFactory.Compile(input);
        var mended = CompilationFactory.Edit(
            compilation,
            1,
            text => text.Replace("Parse", "Fill", StringComparison.Ordinal)
        );
        var driver = CompilationFactory.CreateDriver(input, new PipelineGenerator(ThrowingSteps));
        var texts = new List<string>();

        foreach (var state in new[] { compilation, mended, compilation })
        {
            driver = driver.RunGenerators(state);
            texts.Add(driver.GetRunResult().Results.Single().GeneratedSources.Single().SourceText.ToString());
        }

        Assert.Contains("SLU0050", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("SLU0050", texts[1], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[2]);
    }

    [Fact]
    public void A_cancellation_that_was_asked_for_passes_through()
    {
        using var source = new CancellationTokenSource();
        var steps = new CompilerSteps
        {
            Plan = (bound, token) =>
            {
                source.Cancel();
                return PipelinePlanner.Plan(bound, token);
            },
        };
        var input = new GeneratorInput(Shop.Values, Checkout);
        var driver = CompilationFactory.CreateDriver(input, new PipelineGenerator(steps));

        Assert.ThrowsAny<OperationCanceledException>(() =>
            driver.RunGenerators(CompilationFactory.Compile(input), source.Token)
        );
    }

    [Fact]
    public void A_pipeline_that_cannot_be_read_gets_the_bodies_of_its_entry_points()
    {
        var steps = new CompilerSteps { Parse = (_, _, _) => throw new InvalidOperationException("No way.") };
        var input = new GeneratorInput(
            Shop.Values,
            """
            namespace Shop;

            public static partial class Outer
            {
                [Pipeline]
                public sealed partial record Checkout<T>([Stages] T Steps)
                    where T : class
                {
                    public partial ValueTask<Cart> RunAsync(Order order, CancellationToken token = default);
                    public partial int Count(ref int number);
                }
            }
            """
        );

        CompilationFactory
            .CreateDriver(input, new PipelineGenerator(steps))
            .RunGeneratorsAndUpdateCompilation(CompilationFactory.Compile(input), out var output, out _);

        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
