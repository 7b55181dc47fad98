namespace Sluice.Tests.Graphs;

/// <summary>What the parser of Mermaid saw in a text.</summary>
internal sealed record MermaidChart(
    string? Error,
    IReadOnlyList<MermaidNode> Nodes,
    IReadOnlyList<MermaidEdge> Edges,
    IReadOnlyList<MermaidSubgraph> Subgraphs
);
