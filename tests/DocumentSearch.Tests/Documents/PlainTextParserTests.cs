using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public class PlainTextParserTests
{
    [Fact]
    public void Blank_lines_separate_paragraphs_whatever_ends_the_lines()
    {
        var content = new FileContent(new DocumentFile("/a.txt", "a.txt", 1), "\r\none\r\n two \n \n\nthree");

        var document = PlainTextParser.Parse(content);

        Assert.Collection(
            document.Blocks,
            block => Assert.Equal([new TextLine(2, "one"), new TextLine(3, "two")], block.Lines),
            block => Assert.Equal([new TextLine(6, "three")], block.Lines)
        );
        Assert.All(document.Blocks, static block => Assert.False(block.IsHeading));
    }
}
