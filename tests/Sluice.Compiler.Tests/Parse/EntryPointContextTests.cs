using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Entry points that take a context or an observer.</summary>
public sealed class EntryPointContextTests
{
    [Theory]
    [InlineData("int a, RunContext context", "context")]
    [InlineData("int a, RunContext? run = null, CancellationToken token = default", "run")]
    [InlineData("int a", null)]
    public void An_entry_point_may_take_the_context_of_the_run(string parameters, string? name)
    {
        var entryPoint = Parse($"public partial int Run({parameters}); [Stage] int A() => 1;").EntryPoints[0];
        Assert.Equal(name, entryPoint.RunContext);
        Assert.Equal(["a"], entryPoint.Inputs.Select(input => input.Name));
    }

    [Fact]
    public void An_entry_point_may_be_generic_for_its_observer()
    {
        var entryPoint = Parse(
            "public partial ValueTask<int> RunAsync<TObserver>(int a, in TObserver observer, RunContext? context = null, CancellationToken token = default) where TObserver : struct, IRunObserver; [Stage] long A() => 1;"
        ).EntryPoints[0];
        Assert.Equal(("observer", "TObserver"), (entryPoint.Observer, entryPoint.ObserverType));
        Assert.Equal(["a"], entryPoint.Inputs.Select(input => input.Name));
        Assert.Equal(
            "public partial global::System.Threading.Tasks.ValueTask<int> RunAsync<TObserver>(int a, in TObserver observer, global::Sluice.RunContext? context, global::System.Threading.CancellationToken token) where TObserver : struct, global::Sluice.IRunObserver",
            entryPoint.Signature
        );
    }

    [Theory]
    [InlineData("int Run<T>(T a)", "it is generic: ")]
    [InlineData(
        "int Run<T>() where T : struct, IRunObserver",
        "its type parameter 'T' is not used only as the type of one observer: "
    )]
    [InlineData("int Run<T>(T a) where T : IRunObserver", "it is generic: ")]
    [InlineData("int Run<T>(T a) where T : unmanaged, IRunObserver", "it is generic: ")]
    [InlineData("int Run<T>(T a) where T : struct, IRunObserver, IDisposable", "it is generic: ")]
    [InlineData("int Run<T>(T a) where T : class, IRunObserver", "it is generic: ")]
    [InlineData("int Run<T, U>(T a) where T : struct, IRunObserver", "it is generic: ")]
    [InlineData("int Run<T>(T a, T b) where T : struct, IRunObserver", "its type parameter 'T' is not used only as ")]
    [InlineData("int Run<T>(T? a) where T : struct, IRunObserver", "its type parameter 'T' is not used only as ")]
    [InlineData("T Run<T>(T a) where T : struct, IRunObserver", "its type parameter 'T' is not used only as ")]
    [InlineData(
        "int Run<T>(T a, List<T[]> b) where T : struct, IRunObserver",
        "its type parameter 'T' is not used only as "
    )]
    [InlineData("int Run<T>(ref T a) where T : struct, IRunObserver", "parameter 'a' is passed by reference: ")]
    [InlineData("int Run(IRunObserver a)", "'a' would be an ordinary input and would observe nothing: take ")]
    [InlineData("int Run(RunContext a, RunContext? b)", "it takes more than one RunContext, ")]
    public void Anything_else_is_reported_with_what_would_be_allowed(string signature, string reason)
    {
        var finding = Source
            .Parse($"[Pipeline] partial class P {{ public partial {signature}; [Stage] int A() => 1; }}")
            .Model.OnlyFinding(Rule.UnsupportedEntryPointSignature);
        Assert.StartsWith(reason, finding.Arguments[1], StringComparison.Ordinal);
        if (reason.EndsWith("generic: ", StringComparison.Ordinal))
        {
            Assert.Contains(
                "'Run<TObserver>(..., TObserver observer) where TObserver : struct, IRunObserver'",
                finding.Arguments[1],
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_stage_may_take_the_context_of_the_run()
    {
        var model = Parse("public partial int Run(); [Stage] int A(RunContext context, RunContext? again) => 1;");
        Assert.Equal(
            ["RunContext", "RunContext"],
            model.Stages[0].Parameters.Select(parameter => parameter.Supplied?.Name)
        );
        var bound = PipelineBinder.Bind(model);
        Assert.Empty(bound.Findings);
        Assert.Equal(
            [BindingKind.Supplied, BindingKind.Supplied],
            bound.Graphs[0].Stages[0].Arguments.Select(argument => argument.Kind)
        );
    }

    [Fact]
    public void A_nested_entry_point_that_takes_an_observer_is_left_out_where_there_is_another()
    {
        var model = Nested(
            "public partial int Count(RunContext? context = null); public partial int Count<T>(T observer) where T : struct, IRunObserver;"
        );
        Assert.Empty(model.Findings);
        var stage = Assert.Single(model.Stages);
        Assert.Equal("Count", stage.Name);
        Assert.True(stage.IsEntryPoint);
    }

    [Fact]
    public void A_nested_pipeline_whose_every_entry_point_takes_an_observer_is_reported() =>
        Assert.StartsWith(
            "it takes an observer, ",
            Nested("public partial int Count<T>(T observer) where T : struct, IRunObserver;")
                .OnlyFinding(Rule.UnsupportedStageSignature)
                .Arguments[1],
            StringComparison.Ordinal
        );

    private static PipelineModel Nested(string entryPoints) =>
        Source
            .Parse(
                Source.Compile(
                    $"[Pipeline] partial class Inner {{ {entryPoints} [Stage] int A() => 1; }} [Pipeline] partial class P {{ public partial int Run(); [Stages] Inner inner = new(); }}"
                ),
                "P"
            )
            .Model;

    private static PipelineModel Parse(string members)
    {
        var model = Source.Parse($"[Pipeline] partial class P {{ {members} }}").Model;
        Assert.Empty(model.Findings);
        return model;
    }
}
