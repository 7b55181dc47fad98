namespace Sluice.Tests.Graphs;

/// <summary>The content of a text according to the Mermaid parser.</summary>
internal sealed record MermaidChart(
    string? Error,
    IReadOnlyList<MermaidNode> Nodes,
    IReadOnlyList<MermaidEdge> Edges,
    IReadOnlyList<MermaidSubgraph> Subgraphs
);
