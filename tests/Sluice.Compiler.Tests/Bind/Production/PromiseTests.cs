using Sluice.Compiler.Bind;
using Sluice.Compiler.Tests.Bind;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Stages that return an outcome: their output may be absent, unless they promise never to skip themselves.</summary>
public class PromiseTests
{
    [Fact]
    public void The_output_behind_an_outcome_may_be_absent_and_the_message_tells_of_the_promise() =>
        Assert.Equal(
            "OutputMayBeAbsent: There may be no value for the output of entry point 'Run': nothing produces it if 'Load' produces "
                + "nothing. Declare it as 'Optional<Page>' or 'Page?', or let it always be produced; if 'Load' never skips itself, declare it "
                + "with [Stage(Skips = false)].",
            Pipeline(skips: true).OnlyFinding()
        );

    [Fact]
    public void The_output_behind_an_outcome_that_never_skips_is_always_there()
    {
        var bound = Pipeline(skips: false);

        Assert.Empty(bound.Findings);
        Assert.All(bound.Graphs[0].Stages, stage => Assert.False(stage.MayBeAbsent));
        Assert.All(bound.Graphs[0].Stages, stage => Assert.Empty(stage.Requirements));
    }

    [Fact]
    public void An_optional_that_is_absent_is_told_without_it() =>
        Assert.DoesNotContain(
            "Skips",
            new PipelineBuilder()
                .Stage("Load(): Optional<Cart>")
                .Stage("Show(Cart cart): Page")
                .EntryPoint("Run(): Page")
                .Bind()
                .OnlyFinding(),
            StringComparison.Ordinal
        );

    private static BoundPipeline Pipeline(bool skips) =>
        new PipelineBuilder()
            .Stage("Load(): Outcome<Cart>", skips: skips)
            .Stage("Show(Cart cart): Page")
            .EntryPoint("Run(): Page")
            .Bind();
}
