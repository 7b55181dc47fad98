using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public class WebPageParserTests
{
    [Fact]
    public void Headings_and_blocks_keep_their_lines_and_lose_their_tags() =>
        Assert.Equal(
            ["1:3 Graphs & more", "0:4 A graph/5 has edges.", "0:7 one", "0:7 two", "0:8 cell/8 other"],
            Parse(
                """
                <!doctype html>
                <html><head><title>Not shown</title></head>
                <body><h1>Graphs &amp; more</h1>
                <p>A graph
                has <b>edges</b>.

                <ul><li>one<li>two</ul>
                <table><tr><td>cell</td><td>other</td></tr></table></body></html>
                """
            )
        );

    [Fact]
    public void What_nobody_sees_is_left_out() =>
        Assert.Equal(
            ["0:1 before", "0:1 after"],
            Parse("before<!-- remark --><script>var x = '<p>no</p>';</script><style>p { }</style><p>after")
        );

    [Fact]
    public void A_line_break_ends_a_line_and_not_the_block() => Assert.Equal(["0:1 a/1 b"], Parse("<p>a<br>b</p>"));

    [Fact]
    public void A_page_may_nest_as_deep_as_it_likes() =>
        Assert.Equal(["0:1 x"], Parse(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "x"));

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("<p> </p>")]
    public void Nothing_to_see_is_nothing_to_find(string text) => Assert.Empty(Parse(text));

    private static IEnumerable<string> Parse(string text) =>
        WebPageParser
            .Parse(new FileContent(new DocumentFile("/a.html", "a.html", text.Length), text))
            .Blocks.Select(static block =>
                $"{block.HeadingLevel}:{string.Join('/', block.Lines.Select(static line => $"{line.Number} {line.Text}"))}"
            );
}
