using System.Globalization;
using Microsoft.CodeAnalysis;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Parse;
using Sluice.Compiler.Plan;
using Sluice.Generators;
using Sluice.Generators.Emit;

namespace Sluice.Analyzers.Tests.Builds;

/// <summary>An exception in the Sluice compiler becomes one error at the affected pipeline, and all other pipelines are compiled.</summary>
public sealed class CompilerFaultTests
{
    private const string Source = """
        using Sluice;

        namespace Shop;

        [Pipeline]
        public sealed partial class Bad
        {
            public partial int Run(string text);

            [Stage] private static int Count(string text) => text.Length;
        }

        [Pipeline]
        public sealed partial class Good
        {
            public partial int Run(string text);

            [Stage] private static int Count(string text) => text.Length;
        }
        """;

    private const string Message =
        "Pipeline 'Shop.Bad' was not compiled because of a fault in Sluice. Please report it, with the source of the pipeline, at https://github.com/sluice-dotnet/sluice/issues. ";

    public static TheoryData<string> Steps => ["Parse", "Bind", "Plan", "Emit"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task An_exception_in_a_step_is_one_error_at_its_pipeline(string step)
    {
        var build = new Build(("Shop.cs", Source)) { Generator = new PipelineGenerator(ThrowingIn(step)) };

        var error = await build.SingleAsync();

        Assert.Equal("SLU0050", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Equal(
            $"{Message}{step} threw InvalidOperationException: No way Not so.",
            error.GetMessage(CultureInfo.InvariantCulture)
        );
        Assert.Equal(Source.IndexOf("Bad", StringComparison.Ordinal), error.Location.SourceSpan.Start);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Without_analyzers_it_is_one_error_that_names_the_pipeline(string step)
    {
        var build = new Build(("Shop.cs", Source))
        {
            Generator = new PipelineGenerator(ThrowingIn(step)),
            RunsAnalyzers = false,
        };

        var error = await build.SingleAsync();

        Assert.Equal("SLU0050", error.Id);
        Assert.StartsWith(Message, error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_nothing_can_be_emitted_for_it_the_generator_reports_it_itself(bool runsAnalyzers)
    {
        var build = new Build(("Shop.cs", Source))
        {
            Generator = new PipelineGenerator(
                ThrowingIn("Parse") with
                {
                    ParseRejected = (pipeline, compilation, fault, _) =>
                        throw new InvalidOperationException("Nor here."),
                }
            ),
            RunsAnalyzers = runsAnalyzers,
        };

        var error = await build.SingleAsync();

        Assert.Equal("SLU0050", error.Id);
        Assert.StartsWith(
            Message + "Parse threw",
            error.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_in_the_analyzer_too_is_said_once()
    {
        var build = new Build(("Shop.cs", Source))
        {
            Generator = new PipelineGenerator(ThrowingIn("Bind")),
            Analyzers =
            [
                new PipelineAnalyzer(
                    new PipelineDiagnostics
                    {
                        Bind = (model, token) =>
                            model.Name == "Shop.Bad"
                                ? throw new InvalidOperationException("No way.")
                                : PipelineBinder.Bind(model, token),
                    }
                ),
            ],
        };

        var error = await build.SingleAsync();

        Assert.Equal("SLU0050", error.Id);
        Assert.Equal(Source.IndexOf("Bad", StringComparison.Ordinal), error.Location.SourceSpan.Start);
    }

    [Fact]
    public async Task The_fault_of_one_pipeline_hides_no_error_of_another()
    {
        var build = new Build(
            ("Shop.cs", Source),
            (
                "Wrong.cs",
                "using Sluice; [Pipeline] public sealed partial class Wrong { public partial int Run(string text); }"
            )
        )
        {
            Generator = new PipelineGenerator(ThrowingIn("Emit")),
        };

        Assert.Equal("SLU0050, SLU0003", await build.IdsAsync());
    }

    [Fact]
    public async Task A_cancellation_of_somebody_else_is_a_fault_as_well()
    {
        var build = new Build(("Shop.cs", Source))
        {
            Generator = new PipelineGenerator(
                new CompilerSteps
                {
                    Plan = (bound, token) =>
                        bound.Model.Name == "Shop.Bad"
                            ? throw new OperationCanceledException("Not asked for.")
                            : PipelinePlanner.Plan(bound, token),
                }
            ),
        };

        Assert.Equal("SLU0050", await build.IdsAsync());
    }

    private static CompilerSteps ThrowingIn(string step)
    {
        void Throw(string at, string pipeline, bool isBroken = false)
        {
            if (at == step && pipeline == "Shop.Bad" && !isBroken)
            {
                throw new InvalidOperationException("No way\r\nNot so.");
            }
        }

        return new CompilerSteps
        {
            Parse = (pipeline, compilation, token) =>
            {
                Throw("Parse", TypeNames.Full(pipeline));
                return PipelineParser.Parse(pipeline, compilation, token).Model;
            },
            Bind = (model, token) =>
            {
                Throw("Bind", model.Name);
                return PipelineBinder.Bind(model, token);
            },
            Plan = (bound, token) =>
            {
                Throw("Plan", bound.Model.Name);
                return PipelinePlanner.Plan(bound, token);
            },
            Emit = (planned, token) =>
            {
                Throw("Emit", planned.Model.Name, planned.Errors.Count > 0);
                return PipelineEmitter.Emit(PipelineLowering.Lower(planned, token), token);
            },
        };
    }
}
