using Sluice.FunctionalTests.Harness;
using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Graphs;

/// <summary>The graph of a compiled pipeline as data.</summary>
public sealed partial class GraphTests
{
    [Fact]
    public void The_graph_has_the_name_of_the_pipeline_with_what_contains_it()
    {
        Assert.Equal("Sluice.FunctionalTests.Graphs.GraphTests.Shop", Shop.Graph.Pipeline);
        Assert.Same(Shop.Graph, Shop.Graph);
    }

    [Fact]
    public void The_graph_has_every_stage_in_order_of_declaration()
    {
        Assert.Equal(
            [
                new GraphStage("First", null, "First", IsAsynchronous: false, IsOffloaded: false),
                new GraphStage("Second", null, "Second", IsAsynchronous: true, IsOffloaded: false),
                new GraphStage("Third", null, "Third", IsAsynchronous: true, IsOffloaded: true),
                new GraphStage("NoteText", null, null, IsAsynchronous: true, IsOffloaded: false),
                new GraphStage("Join", "pricing", "string", IsAsynchronous: false, IsOffloaded: false),
            ],
            Shop.Graph.Stages
        );
        Assert.Equal("NoteText", Shop.Graph.Stages.Single(stage => stage.IsEffect).Name);
    }

    [Fact]
    public void The_graph_has_every_entry_point_with_inputs_outputs_and_lowering()
    {
        Assert.Equal(
            [
                ("Start", "number", "First", Lowering.StraightLine),
                ("ContinueAsync", "gate, number", "Second", Lowering.Sequential),
                ("RunAsync", "number, gate", "Join, First, number", Lowering.Concurrent),
                ("NoteAsync", "gate, text", "", Lowering.Sequential),
            ],
            Shop.Graph.EntryPoints.Select(entryPoint =>
                (
                    entryPoint.Name,
                    string.Join(", ", entryPoint.Inputs),
                    string.Join(", ", entryPoint.Outputs),
                    entryPoint.Lowering
                )
            )
        );
    }

    [Fact]
    public void An_entry_point_has_its_static_order_and_its_edges()
    {
        var run = Shop.Graph.EntryPoints[2];

        Assert.Equal(["Second", "Third", "First", "Join"], run.Order);
        Assert.Equal(
            [
                new GraphEdge("First", "Join", "first"),
                new GraphEdge("First", "Second", "first"),
                new GraphEdge("First", "Third", null),
                new GraphEdge("Second", "Join", "second"),
                new GraphEdge("Third", "Join", "third"),
                new GraphEdge("gate", "Second", "gate"),
                new GraphEdge("number", "First", "number"),
                new GraphEdge("number", "Third", "number"),
            ],
            run.Edges.OrderBy(edge => edge.From, StringComparer.Ordinal).ThenBy(edge => edge.To, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_graph_can_be_drawn()
    {
        Assert.Contains("Join", Shop.Graph.ToDot(), StringComparison.Ordinal);
        Assert.Contains("Join", Shop.Graph.ToMermaid(Shop.Graph.EntryPoints[2]), StringComparison.Ordinal);
    }

    public sealed class Pricing
    {
        [Stage]
        public string Join(First first, Second second, Third third) => $"{first}{second}{third}";
    }

    [Pipeline]
    private sealed partial class Shop([Stages] Pricing pricing)
    {
        public partial First Start(int number);

        public partial ValueTask<Second> ContinueAsync(Gate gate, int number);

        public partial ValueTask<(string Text, First First, int Number)> RunAsync(int number, Gate gate);

        public partial Task NoteAsync(Gate gate, string text);

        [Stage]
        private static First First(int number) => new(number);

        [Stage]
        private static async Task<Second> SecondAsync(First first, Gate gate) =>
            new(first.Number + await gate.WaitAsync());

        [Stage, Offload, After(nameof(First))]
        private static Third Third(int number) => new(number);

        [Stage(Only = [nameof(NoteAsync)])]
        private static async ValueTask NoteTextAsync(string text, Gate gate, CancellationToken token) =>
            _ = text.Length + await gate.WaitOrCancelAsync(token);
    }
}
