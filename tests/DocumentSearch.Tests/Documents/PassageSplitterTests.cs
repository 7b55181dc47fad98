using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public class PassageSplitterTests
{
    [Fact]
    public void A_passage_never_crosses_a_heading_and_has_the_trail_of_those_above_it()
    {
        var passages = Split(
            Heading(1, 1, "Title"),
            Text(2, "intro"),
            Heading(2, 3, "A"),
            Text(4, "about a"),
            Heading(3, 5, "A1"),
            Text(6, "about a1"),
            Heading(2, 7, "B"),
            Text(8, "about b")
        );

        Assert.Equal(
            ["Title: 2", "Title/A: 4", "Title/A/A1: 6", "Title/B: 8"],
            passages.Select(static passage => $"{string.Join('/', passage.HeadingTrail)}: {passage.Lines[0].Number}")
        );
    }

    [Fact]
    public void A_heading_with_nothing_below_it_is_a_passage_itself()
    {
        var passages = Split(Heading(1, 1, "Title"), Heading(2, 2, "Empty"), Heading(2, 3, "Full"), Text(4, "text"));

        Assert.Equal([2, 4], passages.Select(static passage => passage.Lines[0].Number));
        Assert.Equal("Empty", passages[0].Lines[0].Text);
        Assert.Equal(["Title", "Empty"], passages[0].HeadingTrail);
    }

    [Fact]
    public void Small_blocks_go_together_until_they_are_enough()
    {
        var passages = Split([.. Enumerable.Range(1, 10).Select(static line => Text(line, Words(20)))]);

        Assert.Equal([4, 4, 2], passages.Select(static passage => passage.Lines.Count));
    }

    [Fact]
    public void A_block_that_would_make_a_passage_too_long_starts_another_one()
    {
        var passages = Split(Text(1, Words(70)), Text(2, Words(100)), Text(3, Words(10)));

        Assert.Equal([1, 2, 3], passages.Select(static passage => passage.Lines[0].Number));
    }

    [Fact]
    public void A_line_that_is_too_long_is_cut_between_words_and_nothing_is_lost()
    {
        var line = string.Join(' ', Enumerable.Range(0, 500));

        var passages = Split(Text(7, line));

        Assert.Equal([160, 160, 160, 20], passages.Select(CountWords));
        Assert.All(passages, static passage => Assert.Equal(7, Assert.Single(passage.Lines).Number));
        Assert.Equal(line, string.Join(' ', passages.Select(static passage => passage.Lines[0].Text)));
    }

    [Fact]
    public void An_empty_document_has_no_passages() => Assert.Empty(Split());

    private static IReadOnlyList<Passage> Split(params DocumentBlock[] blocks) =>
        PassageSplitter.Split(new ParsedDocument(new DocumentFile("/a.md", "a.md", 1), blocks)).Passages;

    private static DocumentBlock Heading(int level, int line, string text) => new(level, [new TextLine(line, text)]);

    private static DocumentBlock Text(int line, string text) => new(0, [new TextLine(line, text)]);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));

    private static int CountWords(Passage passage) => passage.Lines.Sum(static line => line.Text.Split(' ').Length);
}
