namespace Sluice.Tests.Graphs;

public class EntryPointTextTests
{
    [Fact]
    public void An_entry_point_is_drawn_as_text_in_its_static_order() =>
        Assert.Equal(
            """
            RunAsync (concurrent)
               1. Parse         <- order
               2. Reserve       <- Parse
               3. pricing.Quote <- Parse
               4. Log           <- Parse, after Reserve
               5. Close         <- Reserve, pricing.Quote
               => Close
            """.ReplaceLineEndings("\n"),
            SampleGraphs.Checkout.EntryPoints[0].ToString()
        );

    [Fact]
    public void A_stage_that_waits_for_nothing_has_nothing_behind_its_name() =>
        Assert.Equal(
            "Tick (sequential)\n   1. A\n   2. Long",
            new GraphEntryPoint("Tick", [], [], Lowering.Sequential, ["A", "Long"], []).ToString()
        );

    [Fact]
    public void A_stage_that_takes_one_value_twice_names_it_once() =>
        Assert.Equal(
            "Run (straight line)\n   1. Add <- x\n   => Add, x",
            new GraphEntryPoint(
                "Run",
                ["x"],
                ["Add", "x"],
                Lowering.StraightLine,
                ["Add"],
                [new GraphEdge("x", "Add", "left"), new GraphEdge("x", "Add", "right")]
            ).ToString()
        );

    [Fact]
    public void A_pipeline_is_drawn_as_text_with_every_entry_point()
    {
        var lines = SampleGraphs.Checkout.ToString().Split('\n');

        Assert.Equal("Shop.Checkout", lines[0]);
        Assert.Equal("RunAsync (concurrent)", lines[1]);
        Assert.Equal("Preview (straight line)", lines[8]);
        Assert.Equal("   => Parse, order", lines[^1]);
    }
}
