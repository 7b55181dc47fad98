using System.Globalization;
using DocumentSearch.Documents;
using DocumentSearch.Search;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>Shows passages, each with its place, its headings and an excerpt.</summary>
internal sealed class AnswerView(IAnsiConsole console)
{
    private const int Indent = 4;

    private static readonly Style PlaceStyle = new(Color.Aqua);
    private static readonly Style FaintStyle = new(Color.Grey);
    private static readonly Style MatchStyle = new(Color.Yellow, decoration: Decoration.Bold);

    /// <summary>Shows the passages, or says that there are none.</summary>
    public void Show(SearchQuery query, SearchAnswer answer)
    {
        if (answer.Hits.Count == 0)
        {
            console.Write(new Text($"Nothing found for \"{query.Text}\".{Environment.NewLine}"));
            return;
        }

        for (var index = 0; index < answer.Hits.Count; index++)
        {
            ShowHit(index + 1, answer.Hits[index], answer.Terms);
        }

        var shown = $"{answer.Hits.Count:N0} of {answer.MatchCount:N0} matching passages";
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
            // Where there are no colours, Markdown's stars show the matches.
            var text = segment.IsMatch && !HasColours ? $"**{segment.Text}**" : segment.Text;
            paragraph.Append(text, segment.IsMatch ? MatchStyle : style);
        }

        if (HasColours)
        {
            console.Write(new Padder(paragraph, new Padding(Indent, 0, 0, 0)));
        }
        else
        {
            console.Write(new Text(new string(' ', Indent)));
            WriteLine(paragraph);
        }
    }

    private bool HasColours => console.Profile.Capabilities.ColorSystem != ColorSystem.NoColors;

    private void WriteLine(Paragraph paragraph)
    {
        console.Write(paragraph);
        console.WriteLine();
    }

    /// <summary>A path that can be opened from where the program was started.</summary>
    private static string PathOf(DocumentFile file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file.FullPath);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file.FullPath : relative;
    }
}
