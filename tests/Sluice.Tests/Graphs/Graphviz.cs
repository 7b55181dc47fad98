using System.Xml.Linq;

namespace Sluice.Tests.Graphs;

/// <summary>The program <c>dot</c>.</summary>
internal static class Graphviz
{
    private const string HowToInstall =
        "This test needs Graphviz: run build/install-test-tools.sh, or install the package 'graphviz' (apt-get install graphviz).";

    /// <summary>Draws a graph, and fails if the program reports anything.</summary>
    public static XDocument ToSvg(string dot)
    {
        var (exitCode, output, error) = ExternalTool.Run("dot", ["-Tsvg"], dot, HowToInstall);
        Assert.True(exitCode == 0 && error.Length == 0, $"dot ended with {exitCode} and says: {error}\n{dot}");
        return XDocument.Parse(output);
    }

    /// <summary>The number of drawn elements of the class <c>node</c>, <c>edge</c> or <c>cluster</c>.</summary>
    public static int CountClass(XDocument svg, string name) =>
        svg.Descendants().Count(element => (string?)element.Attribute("class") == name);
}
