namespace Sluice.Tests.Graphs;

internal sealed record MermaidNode(string Id, string Label, string Shape, IReadOnlyList<string> Classes);
