using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Sluice.Analyzers.Tests;

/// <summary>Asserts which diagnostics the analyzer reports, and that it reports no others.</summary>
internal static class RuleAssert
{
    private const string Start = "[|";
    private const string End = "|]";

    /// <summary>Asserts that the analyzer reports exactly one diagnostic, at the location between <c>[|</c> and <c>|]</c>.</summary>
    /// <returns>The texts at its additional locations.</returns>
    public static async Task<IReadOnlyList<string>> ReportsAsync(
        string id,
        string message,
        string marked,
        params MetadataReference[] references
    )
    {
        var source = Unmark(marked, out var span);
        var compilation = Analysis.Compile(source, references);
        Analysis.AssertCompiles(compilation);

        var diagnostic = Assert.Single(await Analysis.RunAsync(compilation));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(message, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(source[span.Start..span.End], Text(diagnostic.Location));
        Assert.Equal(span, diagnostic.Location.SourceSpan);
        Assert.All(
            diagnostic.AdditionalLocations,
            location => Assert.True(compilation.ContainsSyntaxTree(location.SourceTree))
        );
        return [.. diagnostic.AdditionalLocations.Select(Text)];
    }

    /// <summary>Asserts that the analyzer reports nothing.</summary>
    public static async Task IsSilentAsync(string source, params MetadataReference[] references)
    {
        var compilation = Analysis.Compile(source, references);
        Analysis.AssertCompiles(compilation);

        Assert.Empty(await Analysis.RunAsync(compilation));
    }

    private static string Text(Location location) =>
        location.SourceTree!.GetText(CancellationToken.None).ToString(location.SourceSpan);

    private static string Unmark(string marked, out TextSpan span)
    {
        var start = marked.IndexOf(Start, StringComparison.Ordinal);
        var end = marked.IndexOf(End, StringComparison.Ordinal) - Start.Length;
        Assert.True(start >= 0 && end > start, "The source marks no place.");
        span = TextSpan.FromBounds(start, end);
        return marked.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);
    }
}
