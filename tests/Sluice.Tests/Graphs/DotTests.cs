namespace Sluice.Tests.Graphs;

public class DotTests
{
    [Fact]
    public void A_pipeline_is_drawn_with_one_cluster_per_entry_point()
    {
        Assert.Equal(
            """
            digraph "Shop.Checkout" {
              graph [rankdir=LR, labelloc=t, label="Shop.Checkout", fontname="sans-serif"];
              node [fontname="sans-serif"];
              edge [fontname="sans-serif", fontsize=10];
              subgraph cluster0 {
                label="RunAsync";
                n0 [shape=parallelogram, style=solid, label="order"];
                n1 [shape=box, style=solid, label="Parse\nCart"];
                n2 [shape=box, style=rounded, label="Reserve\nStock"];
                n3 [shape=box, style=rounded, peripheries=2, label="pricing.Quote\nQuote"];
                n4 [shape=hexagon, style=rounded, label="Log"];
                n5 [shape=box, style=solid, label="Close\nReceipt"];
                n6 [shape=ellipse, style=solid, label="output"];
                n0 -> n1 [label="order"];
                n1 -> n2 [label="cart"];
                n1 -> n3 [label="cart"];
                n1 -> n4 [label="cart"];
                n2 -> n4 [style=dashed];
                n2 -> n5 [label="stock"];
                n3 -> n5 [label="quote"];
                n5 -> n6;
              }
              subgraph cluster1 {
                label="Preview";
                n7 [shape=parallelogram, style=solid, label="order"];
                n8 [shape=box, style=solid, label="Parse\nCart"];
                n9 [shape=ellipse, style=solid, label="output"];
                n7 -> n8 [label="order"];
                n8 -> n9 [label="1"];
                n7 -> n9 [label="2"];
              }
              n10 [shape=box, style=solid, color=gray, fontcolor=gray, label="Forgotten\nint"];
            }

            """.ReplaceLineEndings("\n"),
            SampleGraphs.Checkout.ToDot()
        );
    }

    [Fact]
    public void One_entry_point_is_drawn_without_the_others_and_without_unused_stages()
    {
        var graph = SampleGraphs.Checkout;

        var dot = graph.ToDot(graph.EntryPoints[1]);

        Assert.Contains("label=\"Preview\"", dot, StringComparison.Ordinal);
        Assert.DoesNotContain("RunAsync", dot, StringComparison.Ordinal);
        Assert.DoesNotContain("Forgotten", dot, StringComparison.Ordinal);
        Assert.Contains("n1 -> n2 [label=\"1\"];", dot, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_point_of_another_pipeline_is_refused()
    {
        var stranger = new GraphEntryPoint("Run", [], [], Lowering.StraightLine, ["Stranger"], []);

        var exception = Assert.Throws<ArgumentException>(() => SampleGraphs.Checkout.ToDot(stranger));

        Assert.Contains("'Stranger'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'Shop.Checkout'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edge_from_nowhere_is_refused()
    {
        var dangling = new GraphEntryPoint(
            "Run",
            [],
            [],
            Lowering.StraightLine,
            ["Parse"],
            [new GraphEdge("nowhere", "Parse", "p")]
        );

        var exception = Assert.Throws<ArgumentException>(() => SampleGraphs.Checkout.ToDot(dangling));

        Assert.Contains("'nowhere'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Graphviz_draws_it_without_a_warning_and_shows_every_name(string graphName)
    {
        var graph = Find(graphName);

        var svg = Graphviz.ToSvg(graph.ToDot());

        var texts = svg.Descendants()
            .Where(static e => e.Name.LocalName == "text")
            .Select(static e => e.Value)
            .ToList();
        Assert.Contains(graph.Pipeline, texts);
        Assert.All(graph.EntryPoints, entryPoint => Assert.Contains(entryPoint.Name, texts));
        Assert.All(graph.Stages, stage => Assert.Contains(stage.Name, texts));
        var clusters = graph.EntryPoints.Sum(static e => e.Order.Count + e.Inputs.Count + Math.Min(1, e.Outputs.Count));
        var unused = graph.Stages.Count(stage =>
            !graph.EntryPoints.Any(entryPoint => entryPoint.Order.Contains(stage.Name))
        );
        Assert.Equal(clusters + unused, Graphviz.CountClass(svg, "node"));
        Assert.Equal(
            graph.EntryPoints.Sum(static e => e.Edges.Count + e.Outputs.Count),
            Graphviz.CountClass(svg, "edge")
        );
        Assert.Equal(graph.EntryPoints.Count, Graphviz.CountClass(svg, "cluster"));
    }

    [Fact]
    public void Graphviz_itself_reports_what_is_not_DOT() =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Graphviz.ToSvg("digraph { n0 [label=\"a\" ]; -> }"));

    [Fact]
    public void Control_characters_and_broken_surrogates_do_not_reach_Graphviz()
    {
        var stage = new GraphStage("a\0b\nc\ud800d", null, "int", IsAsynchronous: false, IsOffloaded: false);
        var graph = new PipelineGraph("P", [stage], []);

        var svg = Graphviz.ToSvg(graph.ToDot());

        Assert.Contains(svg.Descendants(), static element => element.Value == "a b c\ufffdd");
    }

    public static TheoryData<string> Graphs { get; } = new(nameof(SampleGraphs.Checkout), nameof(SampleGraphs.Awkward));

    private static PipelineGraph Find(string name) =>
        name == nameof(SampleGraphs.Checkout) ? SampleGraphs.Checkout : SampleGraphs.Awkward;
}
