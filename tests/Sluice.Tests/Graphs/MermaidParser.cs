using System.Text.Json;

namespace Sluice.Tests.Graphs;

/// <summary>The parser of Mermaid, run by Node.js.</summary>
internal static class MermaidParser
{
    private const string HowToInstall =
        "This test needs Node.js 20 or newer and the packages of tests/Sluice.Tests/mermaid: run build/install-test-tools.sh, or "
        + "install the packages 'nodejs' and 'npm' and run 'npm ci' in that folder.";

    /// <summary>Parses a text. Fails with the parser's message if the text is invalid.</summary>
    public static MermaidChart Read(string mermaid)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Sluice.Tests", "mermaid");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "mermaid")), HowToInstall);
        var input = JsonSerializer.Serialize(mermaid) + "\n";
        var (exitCode, output, error) = ExternalTool.Run(
            "node",
            [Path.Combine(folder, "read.mjs")],
            input,
            HowToInstall
        );
        Assert.True(exitCode == 0, $"node ended with {exitCode} and says: {error} {HowToInstall}");
        var chart = JsonSerializer.Deserialize<MermaidChart>(output, JsonSerializerOptions.Web);
        Assert.NotNull(chart);
        Assert.True(chart.Error is null, $"{chart.Error}\n{mermaid}");
        return chart;
    }
}
