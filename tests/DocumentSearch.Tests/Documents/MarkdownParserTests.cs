using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public class MarkdownParserTests
{
    [Fact]
    public void Blocks_know_their_lines_and_show_what_a_reader_sees()
    {
        var blocks = Parse(
            """
            ---
            draft: true
            ---
            # The *title* `x`

            A [link](target.md) and
            **bold** &amp; more.

            - one
            - two

            > quoted

            ```csharp
            var x = 1;

            return x;
            ```

            | a | b |
            | - | - |
            | 1 | 2 |

            <div>no text</div>

            Setext
            ------

            Two
            lines
            =====
            """
        );

        Assert.Equal(
            [
                "h1 4:The title x",
                "h0 6:A link and|7:bold & more.",
                "h0 9:one",
                "h0 10:two",
                "h0 12:quoted",
                "h0 15:var x = 1;|17:return x;",
                "h0 20:a · b",
                "h0 22:1 · 2",
                "h2 26:Setext",
                "h1 29:Two|30:lines",
            ],
            blocks
        );
    }

    [Fact]
    public void What_nests_too_deep_to_parse_is_skipped_with_the_reason()
    {
        var text = new string('>', 100_000) + " x";

        var parsed = MarkdownParser.Parse(new FileContent(new DocumentFile("/a.md", "a.md", text.Length), text));

        Assert.False(parsed.HasValue);
        Assert.Contains("depth", parsed.Reason, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Parse(string text) =>
        MarkdownParser
            .Parse(new FileContent(new DocumentFile("/a.md", "a.md", text.Length), text))
            .Value.Blocks.Select(static block =>
                $"h{block.HeadingLevel} {string.Join('|', block.Lines.Select(static line => $"{line.Number}:{line.Text}"))}"
            );
}
