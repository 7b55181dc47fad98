using Sluice.FunctionalTests.Values;

namespace Sluice.FunctionalTests.Graphs;

/// <summary>The branches in the graph of a pipeline.</summary>
public sealed partial class ConditionGraphTests
{
    [Fact]
    public void The_graph_tells_under_which_condition_each_stage_runs()
    {
        var run = Desk.Graph.EntryPoints.Single(entryPoint => entryPoint.Name == "Run");

        Assert.Equal(
            [
                ("Answer", "Route is Question"),
                ("Answerable", "Route is Question"),
                ("Else", "Route is not Question or Order"),
                ("Join", null),
                ("Route", null),
                ("Sell", "isOpen and Route is Order"),
            ],
            run.Order.Zip(run.Conditions).OrderBy(stage => stage.First, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_condition_is_an_edge()
    {
        var run = Desk.Graph.EntryPoints.Single(entryPoint => entryPoint.Name == "Run");

        Assert.Equal(
            [
                new GraphEdge("Route", "Answer", null) { IsCondition = true },
                new GraphEdge("Route", "Answerable", null) { IsCondition = true },
                new GraphEdge("Route", "Else", null) { IsCondition = true },
                new GraphEdge("Route", "Sell", null) { IsCondition = true },
                new GraphEdge("isOpen", "Sell", null) { IsCondition = true },
            ],
            run.Edges.Where(edge => edge.IsCondition)
                .OrderBy(edge => edge.From, StringComparer.Ordinal)
                .ThenBy(edge => edge.To, StringComparer.Ordinal)
        );
        Assert.Equal(
            ["Answer", "Else", "Sell"],
            run.Edges.Where(edge => edge.To == "Join").Select(edge => edge.From).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_entry_point_without_branches_has_no_conditions() =>
        Assert.Empty(Desk.Graph.EntryPoints.Single(entryPoint => entryPoint.Name == "Always").Conditions);

    [Fact]
    public void A_merged_output_has_each_of_its_producers() =>
        Assert.Equal(
            ["Answer", "Sell"],
            Desk.Graph.EntryPoints.Single(entryPoint => entryPoint.Name == "Either").Outputs
        );

    [Fact]
    public void The_branches_are_drawn()
    {
        var run = Desk.Graph.EntryPoints.Single(entryPoint => entryPoint.Name == "Run");

        Assert.All(
            (string[])[run.ToString(), Desk.Graph.ToDot(run), Desk.Graph.ToMermaid(run)],
            drawing => Assert.Contains("Route is Question", drawing, StringComparison.Ordinal)
        );
    }

    public enum Intent
    {
        Question,
        Order,
        Thanks,
    }

    [Pipeline]
    private sealed partial class Desk
    {
        [return: From(nameof(Join))]
        public partial Optional<string> Run(string text, bool isOpen);

        [return: From(nameof(Answer), nameof(Sell))]
        public partial Optional<string> Either(string text, bool isOpen);

        public partial Intent Always(string text);

        [Stage]
        private static Intent Route([From("text")] string text) => text.Length > 3 ? Intent.Question : Intent.Order;

        [Stage]
        private static First Answerable([From("text")] string text) => new(text.Length);

        [Stage, When(nameof(Route), Intent.Question)]
        private static string Answer(First first) => $"{first.Number}";

        [Stage, When(nameof(Route), Intent.Order), When("isOpen")]
        private static string Sell() => "sold";

        [Stage, Otherwise(nameof(Route))]
        private static string Else() => "else";

        [Stage]
        private static string Join([From(nameof(Answer), nameof(Sell), nameof(Else))] string? text) => text ?? "closed";
    }
}
