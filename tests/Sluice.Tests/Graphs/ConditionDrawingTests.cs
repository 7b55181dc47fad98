namespace Sluice.Tests.Graphs;

public sealed class ConditionDrawingTests
{
    [Fact]
    public void The_text_says_when_a_stage_runs() =>
        Assert.Equal(
            """
            RunAsync (sequential)
               1. Ask when Route is Question
               2. Route <- text
               => Ask
            """.ReplaceLineEndings("\n"),
            SampleGraphs.Branching.EntryPoints[0].ToString()
        );

    [Fact]
    public void Dot_shows_when_a_stage_runs_and_what_decides_it()
    {
        var dot = SampleGraphs.Branching.ToDot();

        Assert.Contains("label=\"Ask\\nAnswer\\nwhen Route is Question\"", dot, StringComparison.Ordinal);
        Assert.Contains("n2 -> n1 [label=\"when\", style=dashed];", dot, StringComparison.Ordinal);
    }

    [Fact]
    public void Mermaid_shows_when_a_stage_runs_and_what_decides_it()
    {
        var mermaid = SampleGraphs.Branching.ToMermaid();

        Assert.Contains("n1(\"Ask<br/>Answer<br/>when Route is Question\")", mermaid, StringComparison.Ordinal);
        Assert.Contains("n2 -.->|\"when\"| n1", mermaid, StringComparison.Ordinal);
    }
}
