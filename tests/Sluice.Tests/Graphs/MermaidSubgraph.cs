namespace Sluice.Tests.Graphs;

internal sealed record MermaidSubgraph(string Id, string Label, IReadOnlyList<string> Nodes);
