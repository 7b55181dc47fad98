using System.Text;
using DocumentSearch.Analysis;
using DocumentSearch.Documents;

namespace DocumentSearch.Search;

/// <summary>Selects the excerpt of a passage that contains the most terms of a query.</summary>
internal static class ExcerptPicker
{
    /// <summary>
    /// The maximum number of characters of an excerpt without ellipses, about three lines of a terminal.
    /// </summary>
    public const int MaximumLength = 240;

    /// <summary>The number of characters to show before the first term, as context.</summary>
    private const int LeadIn = 40;

    private const string Ellipsis = "…";

    /// <summary>Selects the excerpt.</summary>
    public static Excerpt Pick(Passage passage, IReadOnlySet<string> terms)
    {
        var (text, lineStarts) = Join(passage.Lines);
        var matches = FindMatches(text, terms);
        var start = FindStart(text, matches);
        var end = FindEnd(text, start);
        var line = passage.Lines[Math.Max(0, lineStarts.FindLastIndex(lineStart => lineStart <= FirstMatch()))].Number;
        return new Excerpt(line, Cut(text, start, end, matches));

        int FirstMatch()
        {
            var first = matches.FindIndex(match => match.Start >= start);
            return first < 0 ? start : matches[first].Start;
        }
    }

    /// <summary>Splits whole texts, such as headings, into segments.</summary>
    public static IReadOnlyList<ExcerptSegment> Highlight(string text, IReadOnlySet<string> terms) =>
        Cut(text, 0, text.Length, FindMatches(text, terms));

    private static (string Text, List<int> LineStarts) Join(IReadOnlyList<TextLine> lines)
    {
        var text = new StringBuilder();
        var starts = new List<int>(lines.Count);
        foreach (var line in lines)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            starts.Add(text.Length);
            text.Append(line.Text);
        }

        return (text.ToString(), starts);
    }

    private static List<(int Start, int End, string Term)> FindMatches(string text, IReadOnlySet<string> terms)
    {
        var matches = new List<(int, int, string)>();
        var tokens = new TokenEnumerator(text);
        while (tokens.MoveNext())
        {
            var term = tokens.Term.ToString();
            if (terms.Contains(term))
            {
                matches.Add((tokens.Start, tokens.End, term));
            }
        }

        return matches;
    }

    /// <summary>
    /// Returns a position shortly before the match from which the most different terms are within reach; among equals,
    /// the most terms.
    /// </summary>
    private static int FindStart(string text, List<(int Start, int End, string Term)> matches)
    {
        var best = (Distinct: 0, Total: 0, Start: 0);
        foreach (var match in matches)
        {
            var reach = match.Start + MaximumLength - LeadIn;
            var within = matches.Where(other => other.Start >= match.Start && other.End <= reach).ToList();
            var distinct = within.DistinctBy(static other => other.Term, StringComparer.Ordinal).Count();
            if ((distinct, within.Count).CompareTo((best.Distinct, best.Total)) > 0)
            {
                best = (distinct, within.Count, match.Start);
            }
        }

        if (best.Start <= LeadIn || text.Length <= MaximumLength)
        {
            return 0;
        }

        var start = text.IndexOf(' ', best.Start - LeadIn, LeadIn);
        return start < 0 ? best.Start : start + 1;
    }

    private static int FindEnd(string text, int start)
    {
        if (text.Length - start <= MaximumLength)
        {
            return text.Length;
        }

        var end = text.LastIndexOf(' ', start + MaximumLength, MaximumLength);
        if (end > start)
        {
            return end;
        }

        end = start + MaximumLength;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static List<ExcerptSegment> Cut(
        string text,
        int start,
        int end,
        List<(int Start, int End, string Term)> matches
    )
    {
        var segments = new List<ExcerptSegment>();
        var position = start;
        foreach (var match in matches.Where(match => match.Start >= start && match.End <= end))
        {
            AddText(text[position..match.Start]);
            segments.Add(new ExcerptSegment(text[match.Start..match.End], IsMatch: true));
            position = match.End;
        }

        AddText(text[position..end]);
        if (start > 0)
        {
            segments.Insert(0, new ExcerptSegment(Ellipsis, IsMatch: false));
        }

        if (end < text.Length)
        {
            AddText(Ellipsis);
        }

        return segments;

        void AddText(string between)
        {
            if (between.Length > 0)
            {
                segments.Add(new ExcerptSegment(between, IsMatch: false));
            }
        }
    }
}
