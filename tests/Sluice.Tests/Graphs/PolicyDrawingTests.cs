namespace Sluice.Tests.Graphs;

public sealed class PolicyDrawingTests
{
    [Fact]
    public void Dot_names_the_policies_of_a_stage_once_each_and_without_what_they_are_set_to() =>
        Assert.Contains(
            "label=\"Reserve\\nStock\\nwith Fallback, Timeout, Retry, Intercept<Audit<Stock>>, Compensate\\nwhen order is not null\"",
            SampleGraphs.Guarded.ToDot(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Mermaid_names_the_policies_of_a_stage() =>
        Assert.Contains(
            "n1(\"Reserve<br/>Stock<br/>with Fallback, Timeout, Retry, Intercept#60;Audit#60;Stock#62;#62;, Compensate<br/>when order is not null\")",
            SampleGraphs.Guarded.ToMermaid(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_stage_without_policies_has_none_in_the_graph() =>
        Assert.All(SampleGraphs.Checkout.Stages, static stage => Assert.Empty(stage.Policies));

    [Fact]
    public void Stages_without_policies_are_equal_by_their_values() =>
        Assert.Equal(
            new GraphStage("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false),
            new GraphStage("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false)
        );

    [Fact]
    public void The_parser_of_Mermaid_sees_the_policies_of_a_stage() =>
        Assert.Equal(
            "Reserve<br>Stock<br>with Fallback, Timeout, Retry, Intercept<Audit<Stock>>, Compensate<br>when order is not null",
            MermaidParser.Read(SampleGraphs.Guarded.ToMermaid()).Nodes[1].Label
        );

    [Fact]
    public void Graphviz_draws_the_policies_of_a_stage() =>
        Assert.Contains(
            "with Fallback, Timeout, Retry, Intercept<Audit<Stock>>, Compensate",
            Graphviz.ToSvg(SampleGraphs.Guarded.ToDot()).Descendants().Select(static element => element.Value)
        );
}
