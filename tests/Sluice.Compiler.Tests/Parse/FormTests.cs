using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Parse;

/// <summary>The forms in which stages, inputs and outputs declare that a value may be absent.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("int", nameof(ValueForm.Plain), "int")]
    [InlineData("string?", nameof(ValueForm.Plain), "string?")]
    [InlineData("int?", nameof(ValueForm.Plain), "int?")]
    [InlineData("Optional<string?>", nameof(ValueForm.Optional), "string?")]
    [InlineData("Outcome<(int A, int)>", nameof(ValueForm.Outcome), "(int A, int)")]
    [InlineData("Task<Optional<int?>>", nameof(ValueForm.Optional), "int?")]
    [InlineData(
        "ValueTask<Outcome<List<int>>>",
        nameof(ValueForm.Outcome),
        "global::System.Collections.Generic.List<int>"
    )]
    [InlineData("Other.Outcome<int>", nameof(ValueForm.Plain), "global::Other.Outcome<int>")]
    public void A_stage_returns_a_form(string type, string form, string output)
    {
        var model = Parse($"[Stage] {type} A() => throw null!;");
        Assert.Empty(model.Findings);
        var stage = Assert.Single(model.Stages);
        Assert.Equal(form, stage.Form.ToString());
        Assert.Equal(output, stage.OutputTypeName);
        Assert.True(stage.OutputType >= 0);
    }

    [Theory]
    [InlineData("int", nameof(ValueForm.Plain), "int", "int")]
    [InlineData("string", nameof(ValueForm.Plain), "string", "string")]
    [InlineData("string?", nameof(ValueForm.Nullable), "string?", "string")]
    [InlineData("int?", nameof(ValueForm.Nullable), "int?", "int?")]
    [InlineData("T?", nameof(ValueForm.Plain), "T?", "T")]
    [InlineData("C?", nameof(ValueForm.Nullable), "C?", "C")]
    [InlineData("S?", nameof(ValueForm.Nullable), "S?", "S?")]
    [InlineData("Optional<string?>", nameof(ValueForm.Optional), "string?", "string")]
    [InlineData("Outcome<int>", nameof(ValueForm.Outcome), "int", "int")]
    public void Parameters_inputs_and_outputs_take_and_give_a_form(
        string type,
        string form,
        string value,
        string displayName
    )
    {
        var model = Source
            .Parse(
                $"[Pipeline] partial class P<T, C, S> where C : class where S : struct {{ public partial {type} Run({type} a); public partial (int, {type} X) Both(); [Stage] void A({type} a) {{ }} }}"
            )
            .Model;
        Assert.Empty(model.Findings);
        var parameter = Assert.Single(Assert.Single(model.Stages).Parameters);
        var input = Assert.Single(model.EntryPoints[0].Inputs);
        var output = Assert.Single(model.EntryPoints[0].Outputs);
        var element = model.EntryPoints[1].Outputs[1];
        Assert.Equal((form, value), (parameter.Form.ToString(), parameter.ValueTypeName));
        Assert.Equal((form, value), (input.Form.ToString(), input.ValueTypeName));
        Assert.Equal((form, value), (output.Form.ToString(), output.ValueTypeName));
        Assert.Equal((form, value), (element.Form.ToString(), element.ValueTypeName));
        Assert.Single(new[] { parameter.Type, input.Type, output.Type, element.Type }.Distinct());
        Assert.Equal(displayName, model.Types[parameter.Type].DisplayName);
        Assert.Equal(
            form is nameof(ValueForm.Optional) or nameof(ValueForm.Outcome),
            parameter.TypeName != parameter.ValueTypeName
        );
    }

    [Fact]
    public void Where_nullability_is_off_nothing_is_nullable_but_values() =>
        Assert.Equal(
            [ValueForm.Plain, ValueForm.Nullable],
            Source
                .Parse(
                    "#nullable disable\n[Pipeline] partial class P { public partial int Run(); [Stage] void A(string a, int? b) { } }"
                )
                .Model.Stages[0]
                .Parameters.Select(parameter => parameter.Form)
        );

    [Fact]
    public void A_reference_to_a_value_inside_converts() =>
        Assert.Contains(
            Parse("[Stage] string A() => \"\"; [Stage] void B(Outcome<object> a) { }").Conversions,
            conversion => conversion.From == 0
        );

    private static PipelineModel Parse(string members) =>
        Source
            .Parse(
                $"[Pipeline] partial class P {{ public partial int Run(); {members} }} namespace Other {{ class Outcome<T>; }}"
            )
            .Model;
}
