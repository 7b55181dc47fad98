using System.Globalization;
using DocumentSearch.Documents;
using DocumentSearch.Search;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>Shows passages, each with its location, its headings and an excerpt.</summary>
/// <param name="console">The console to write to.</param>
/// <param name="isWrapped">
/// Whether long texts continue on further, indented lines. Otherwise, each text is one line.
/// </param>
internal sealed class AnswerView(IAnsiConsole console, bool isWrapped)
{
    private const int Indent = 4;

    private static readonly Style PlaceStyle = new(Color.Aqua);
    private static readonly Style FaintStyle = new(Color.Grey);
    private static readonly Style MatchStyle = new(Color.Yellow, decoration: Decoration.Bold);

    /// <summary>Shows the passages, or reports that there are none.</summary>
    public void Show(SearchQuery query, SearchAnswer answer)
    {
        foreach (var correction in answer.Corrections)
        {
            console.Write(
                new Text(
                    $"Searched for \"{correction.Meant}\" in place of \"{correction.Written}\".{Environment.NewLine}",
                    FaintStyle
                )
            );
        }

        if (answer.Hits.Count == 0)
        {
            console.Write(new Text($"Nothing found for \"{query.Text}\".{Environment.NewLine}"));
            return;
        }

        for (var index = 0; index < answer.Hits.Count; index++)
        {
            ShowHit(index + 1, answer.Hits[index], answer.Terms);
        }

        var noun = answer.MatchCount == 1 ? "passage" : "passages";
        var shown = $"{answer.Hits.Count:N0} of {answer.MatchCount:N0} matching {noun}";
        console.Write(new Text(shown + Environment.NewLine, FaintStyle));
    }

    private void ShowHit(int rank, SearchHit hit, QueryTerms terms)
    {
        var line = hit.Excerpt?.Line ?? hit.Place.Line;
        var head = new Paragraph();
        head.Append(string.Create(CultureInfo.InvariantCulture, $"{rank, 2}. "));
        head.Append(string.Create(CultureInfo.InvariantCulture, $"{PathOf(hit.Place.File)}:{line}"), PlaceStyle);
        head.Append(string.Create(CultureInfo.InvariantCulture, $"  {hit.Score:0.00}"), FaintStyle);
        WriteLine(head);
        if (hit.Place.HeadingTrail.Count > 0)
        {
            var trail = string.Join(" › ", hit.Place.HeadingTrail);
            WriteIndented(ExcerptPicker.Highlight(trail, terms.Texts), FaintStyle);
        }

        WriteIndented(
            hit.Excerpt?.Segments ?? [new ExcerptSegment("(The file has changed.)", IsMatch: false)],
            Style.Plain
        );
        console.WriteLine();
    }

    private void WriteIndented(IReadOnlyList<ExcerptSegment> segments, Style style)
    {
        var paragraph = new Paragraph();
        foreach (var segment in segments)
        {
            // Without bold text, Markdown's asterisks show the matches.
            var text = segment.IsMatch && !console.Profile.Capabilities.Ansi ? $"**{segment.Text}**" : segment.Text;
            paragraph.Append(text, segment.IsMatch ? MatchStyle : style);
        }

        if (isWrapped)
        {
            console.Write(new Padder(paragraph, new Padding(Indent, 0, 0, 0)));
        }
        else
        {
            console.Write(new Text(new string(' ', Indent)));
            WriteLine(paragraph);
        }
    }

    private void WriteLine(Paragraph paragraph)
    {
        console.Write(paragraph);
        console.WriteLine();
    }

    /// <summary>Returns a path that can be opened from the current folder.</summary>
    private static string PathOf(DocumentFile file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file.FullPath);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file.FullPath : relative;
    }
}
