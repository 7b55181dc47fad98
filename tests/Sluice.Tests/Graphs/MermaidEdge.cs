namespace Sluice.Tests.Graphs;

internal sealed record MermaidEdge(string From, string To, string Label, string Stroke);
