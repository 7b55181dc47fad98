using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>Entry points that stream or return a result, and the settings of a pipeline.</summary>
public sealed class DeliveryTests
{
    [Theory]
    [InlineData("int", nameof(Delivery.Value), "Synchronous", "int", "int")]
    [InlineData(
        "Task<Optional<int>>",
        nameof(Delivery.Value),
        "Task",
        "global::Sluice.Optional<int>",
        "global::Sluice.Optional<int>"
    )]
    [InlineData(
        "PipelineResult<string?>",
        nameof(Delivery.Result),
        "Synchronous",
        "global::Sluice.PipelineResult<string?>",
        "string?"
    )]
    [InlineData(
        "ValueTask<PipelineResult<int>>",
        nameof(Delivery.Result),
        "ValueTask",
        "global::Sluice.PipelineResult<int>",
        "int"
    )]
    [InlineData(
        "Task<PipelineResult<int?>>",
        nameof(Delivery.Result),
        "Task",
        "global::Sluice.PipelineResult<int?>",
        "int?"
    )]
    [InlineData(
        "IAsyncEnumerable<string?>",
        nameof(Delivery.Stream),
        "ValueTask",
        "global::System.Collections.Generic.IAsyncEnumerable<string?>",
        "global::System.Collections.Generic.IAsyncEnumerable<string?>"
    )]
    public void An_output_is_delivered(string type, string delivery, string shape, string returnType, string output)
    {
        var source =
            $"[Pipeline] partial class P {{ public partial {type} Run(int a, CancellationToken ct = default); }}";
        var model = Source.Parse(source).Model;
        Assert.Empty(model.Findings);
        var entryPoint = Assert.Single(model.EntryPoints);
        Assert.Equal(delivery, entryPoint.Delivery.ToString());
        Assert.Equal(shape, entryPoint.Return.ToString());
        Assert.Equal(returnType, entryPoint.ReturnTypeName);
        Assert.Equal(output, entryPoint.OutputTypeName);
        Assert.Equal(output, Assert.Single(entryPoint.Outputs).TypeName);
        ImplementedPart.AssertCompiles(source);
    }

    [Fact]
    public void A_result_may_hold_a_tuple()
    {
        var entryPoint = Assert.Single(
            Source
                .Parse("[Pipeline] partial class P { public partial Task<PipelineResult<(int A, string?)>> Run(); }")
                .Model.EntryPoints
        );
        Assert.True(entryPoint.IsTuple);
        Assert.Equal("(int A, string?)", entryPoint.OutputTypeName);
        Assert.Equal(
            [("A", ValueForm.Plain), (null, ValueForm.Nullable)],
            entryPoint.Outputs.Select(output => (output.Name, output.Form))
        );
    }

    [Fact]
    public void The_token_of_a_stream_may_be_marked()
    {
        var entryPoint = Assert.Single(
            Source
                .Parse(
                    "[Pipeline] partial class P { public partial IAsyncEnumerable<int> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default); }"
                )
                .Model.EntryPoints
        );
        Assert.Equal("ct", entryPoint.CancellationToken);
        Assert.Equal(
            "public partial global::System.Collections.Generic.IAsyncEnumerable<int> Run(global::System.Threading.CancellationToken ct)",
            entryPoint.Signature
        );
    }

    [Fact]
    public void Several_producers_of_an_output_can_be_named() =>
        Assert.Equal(
            ["A", "B"],
            Assert
                .Single(
                    Assert
                        .Single(
                            Source
                                .Parse(
                                    "[Pipeline] partial class P { [return: From(\"A\", \"B\")] public partial PipelineResult<int> Run(); }"
                                )
                                .Model.EntryPoints
                        )
                        .Outputs
                )
                .From
        );

    [Theory]
    [InlineData("IAsyncEnumerable<int>", "Synchronous")]
    [InlineData("Task<IAsyncEnumerable<int>>", "Task")]
    public void A_stage_may_produce_a_stream(string type, string shape)
    {
        var model = Source
            .Parse($"[Pipeline] partial class P {{ public partial int Run(); [Stage] {type} A() => null!; }}")
            .Model;
        Assert.Empty(model.Findings);
        var stage = Assert.Single(model.Stages);
        Assert.Equal(shape, stage.Return.ToString());
        Assert.True(model.Types[stage.OutputType].IsStream);
    }

    [Theory]
    [InlineData("Pipeline", false)]
    [InlineData("Pipeline(OnFailure = FailureMode.FailFast)", false)]
    [InlineData("Pipeline(OnFailure = FailureMode.Continue)", true)]
    [InlineData("Pipeline(OnFailure = )", false)]
    [InlineData("Pipeline(OnFailure = Nowhere)", false)]
    [InlineData("Pipeline(OnFailure = \"Continue\")", false)]
    public void What_a_failure_means_is_read(string attribute, bool continues)
    {
        var model = Source.Parse($"[{attribute}] partial class P {{ public partial int Run(); }}").Model;
        Assert.Empty(model.Findings);
        Assert.Equal(continues, model.ContinuesOnFailure);
    }

    [Theory]
    [InlineData("", "StagesOf")]
    [InlineData("int StagesOf;", "StagesOf_")]
    [InlineData("int StagesOf; class StagesOf_;", "StagesOf__")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"Sluice\", \"1\")] int StagesOf;", "StagesOf")]
    public void The_view_has_a_name_that_nothing_else_has(string members, string name) =>
        Assert.Equal(
            name,
            Source.Parse($"[Pipeline] partial class P {{ public partial int Run(); {members} }}").Model.ViewName
        );
}
