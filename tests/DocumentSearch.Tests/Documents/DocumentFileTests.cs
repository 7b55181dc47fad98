using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public class DocumentFileTests
{
    [Theory]
    [InlineData("a.md", nameof(DocumentKind.Markdown))]
    [InlineData("a/b.MARKDOWN", nameof(DocumentKind.Markdown))]
    [InlineData("a.txt", nameof(DocumentKind.PlainText))]
    [InlineData("a.Text", nameof(DocumentKind.PlainText))]
    [InlineData("a.html", nameof(DocumentKind.WebPage))]
    [InlineData("a.HTM", nameof(DocumentKind.WebPage))]
    [InlineData("a.cs", nameof(DocumentKind.Other))]
    [InlineData("a.md/b", nameof(DocumentKind.Other))]
    public void The_name_says_what_a_file_is(string path, string kind) =>
        Assert.Equal(kind, new DocumentFile("/" + path, path, 1).Kind.ToString());
}
