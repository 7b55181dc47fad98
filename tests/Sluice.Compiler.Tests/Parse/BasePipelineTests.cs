using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Parse;

public sealed class BasePipelineTests
{
    [Fact]
    public void A_base_pipeline_keeps_its_private_stages_to_itself()
    {
        var compilation = Source.Compile(
            """
            [Pipeline] partial class Base { public partial int Run(string s); [Stage] int Count(string s) => 1; }
            [Pipeline] partial class Derived : Base { public partial long Measure(string s); [Stage] long Double(string s) => 2; }
            """
        );

        var model = Source.Parse(compilation, "Derived").Model;

        Assert.Empty(model.Findings);
        Assert.Equal(["Double"], model.Stages.Select(stage => stage.Name));
    }

    [Fact]
    public void A_private_stage_of_another_base_class_is_a_mistake()
    {
        var compilation = Source.Compile(
            """
            class Base { [Stage] int Count(string s) => 1; }
            [Pipeline] partial class Derived : Base { public partial int Run(string s); }
            """
        );

        Assert.Contains(
            Source.Parse(compilation, "Derived").Model.Findings,
            finding => finding.Rule == Rule.InaccessibleStage
        );
    }
}
