using DocumentSearch.Documents;
using DocumentSearch.Search;

namespace DocumentSearch.Tests.Search;

public class ExcerptPickerTests
{
    private static readonly IReadOnlySet<string> Terms = new HashSet<string> { "cycle", "report" };

    [Fact]
    public void A_short_passage_is_shown_whole_with_its_matches_as_written()
    {
        var excerpt = Pick(new TextLine(3, "All Cycles are"), new TextLine(4, "in the report."));

        Assert.Equal("All [Cycles] are in the [report].", Show(excerpt));
        Assert.Equal(3, excerpt.Line);
    }

    [Fact]
    public void A_passage_without_matches_is_shown_from_its_start()
    {
        var excerpt = Pick(new TextLine(3, "one"), new TextLine(4, "two"));

        Assert.Equal("one two", Show(excerpt));
        Assert.Equal(3, excerpt.Line);
    }

    [Fact]
    public void The_part_with_most_different_terms_is_shown_with_a_little_before_it_and_its_own_line()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 60));
        var excerpt = Pick(
            new TextLine(1, "A cycle and a cycle and a cycle."),
            new TextLine(2, filler),
            new TextLine(5, "Here a report of a cycle is."),
            new TextLine(6, filler)
        );

        Assert.Equal(5, excerpt.Line);
        var text = Show(excerpt);
        Assert.StartsWith("…filler filler", text, StringComparison.Ordinal);
        Assert.Contains("Here a [report] of a [cycle] is. filler", text, StringComparison.Ordinal);
        Assert.EndsWith("filler…", text, StringComparison.Ordinal);
        Assert.InRange(
            excerpt.Segments.Sum(static segment => segment.Text.Length),
            200,
            ExcerptPicker.MaximumLength + 2
        );
    }

    [Fact]
    public void A_text_without_spaces_is_cut_between_characters()
    {
        var excerpt = Pick(new TextLine(1, "x" + string.Concat(Enumerable.Repeat("🙂", 300))));

        Assert.DoesNotContain(
            '\ufffd',
            new string([.. Show(excerpt).EnumerateRunes().SelectMany(static r => r.ToString())])
        );
    }

    [Fact]
    public void A_heading_is_highlighted_whole() =>
        Assert.Equal(
            "How [cycles] are [report]",
            Show(new Excerpt(1, ExcerptPicker.Highlight("How cycles are report", Terms)))
        );

    private static Excerpt Pick(params TextLine[] lines) => ExcerptPicker.Pick(new Passage([], lines), Terms);

    private static string Show(Excerpt excerpt) =>
        string.Concat(excerpt.Segments.Select(static part => part.IsMatch ? $"[{part.Text}]" : part.Text));
}
