namespace Sluice.Tests.Graphs;

public class MermaidTests
{
    [Fact]
    public void A_pipeline_is_drawn_with_one_subgraph_per_entry_point()
    {
        Assert.Equal(
            """
            ---
            title: "Shop.Checkout"
            ---
            flowchart LR
              subgraph e0["RunAsync"]
                n0[/"order"/]
                n1["Parse<br/>Cart"]
                n2("Reserve<br/>Stock")
                n3[["pricing.Quote<br/>Quote"]]
                n4{{"Log"}}
                n5["Close<br/>Receipt"]
                n6(["output"])
                n0 -->|"order"| n1
                n1 -->|"cart"| n2
                n1 -->|"cart"| n3
                n1 -->|"cart"| n4
                n2 -.-> n4
                n2 -->|"stock"| n5
                n3 -->|"quote"| n5
                n5 --> n6
              end
              subgraph e1["Preview"]
                n7[/"order"/]
                n8["Parse<br/>Cart"]
                n9(["output"])
                n7 -->|"order"| n8
                n8 -->|"1"| n9
                n7 -->|"2"| n9
              end
              n10["Forgotten<br/>int"]
              classDef asynchronous stroke-width:2px
              class n2,n4 asynchronous
              classDef offloaded stroke-width:4px
              class n3 offloaded
              classDef unused opacity:0.5
              class n10 unused

            """.ReplaceLineEndings("\n"),
            SampleGraphs.Checkout.ToMermaid()
        );
    }

    [Fact]
    public void One_entry_point_is_drawn_without_the_others_and_without_unused_stages()
    {
        var graph = SampleGraphs.Checkout;

        var mermaid = graph.ToMermaid(graph.EntryPoints[1]);

        Assert.Contains("subgraph e0[\"Preview\"]", mermaid, StringComparison.Ordinal);
        Assert.DoesNotContain("RunAsync", mermaid, StringComparison.Ordinal);
        Assert.DoesNotContain("classDef", mermaid, StringComparison.Ordinal);
        Assert.DoesNotContain("Forgotten", mermaid, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parser_of_Mermaid_sees_the_nodes_edges_and_lines_that_were_drawn()
    {
        var chart = MermaidParser.Read(SampleGraphs.Checkout.ToMermaid());

        Assert.Equal(11, chart.Nodes.Count);
        Assert.Equal(
            ["lean_right", "square", "round", "subroutine", "hexagon", "square", "stadium"],
            chart.Nodes.Take(7).Select(static node => node.Shape)
        );
        Assert.Equal(["asynchronous"], chart.Nodes[4].Classes);
        Assert.Equal(["offloaded"], chart.Nodes[3].Classes);
        Assert.Equal(["unused"], chart.Nodes[10].Classes);
        Assert.Equal(11, chart.Edges.Count);
        var ordering = Assert.Single(chart.Edges, static edge => edge.Stroke == "dotted");
        Assert.Equal(("n2", "n4", ""), (ordering.From, ordering.To, ordering.Label));
        Assert.Equal(["RunAsync", "Preview"], chart.Subgraphs.Select(static subgraph => subgraph.Label));
        Assert.Equal([7, 3], chart.Subgraphs.Select(static subgraph => subgraph.Nodes.Count));
    }

    [Fact]
    public void The_parser_of_Mermaid_gives_awkward_names_back_as_they_were()
    {
        var chart = MermaidParser.Read(SampleGraphs.Awkward.ToMermaid());

        var expected = SampleGraphs.AwkwardNames.Select(static name => $"{name}<br>{name}");
        Assert.Equal(["the \"input\"", .. expected, "output"], chart.Nodes.Select(static node => node.Label));
        Assert.Equal(
            ["p", .. SampleGraphs.AwkwardNames.SkipLast(1), ""],
            chart.Edges.Select(static edge => edge.Label)
        );
        Assert.Equal("Run\"<T>\"", Assert.Single(chart.Subgraphs).Label);
    }

    [Fact]
    public void Control_characters_and_broken_surrogates_do_not_reach_Mermaid()
    {
        var stage = new GraphStage("a\0b\nc\ud800d", null, "int", IsAsynchronous: false, IsOffloaded: false);

        var chart = MermaidParser.Read(new PipelineGraph("P\n\"\\", [stage], []).ToMermaid());

        Assert.Equal("a b c\ufffdd<br>int", Assert.Single(chart.Nodes).Label);
    }

    [Fact]
    public void The_parser_of_Mermaid_reports_what_is_not_Mermaid()
    {
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => MermaidParser.Read("flowchart LR\n n0["));

        Assert.Contains("Parse error", exception.Message, StringComparison.Ordinal);
    }
}
