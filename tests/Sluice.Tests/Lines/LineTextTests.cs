using System.Text.Json;
using Sluice.Tests.Shared.Runs;

namespace Sluice.Tests.Lines;

/// <summary>Every run can be written as lines, whatever texts its events contain.</summary>
public sealed class LineTextTests
{
    public static TheoryData<string> Texts() =>
        [
            "two\nlines",
            "two\r\nlines",
            "\u0085 next line",
            "\u2028 line and paragraph \u2029",
            "\0\u0001\u001f\u007f",
            "\"quoted\" \\ and /",
            "für ever, 永久に, \U0001F525",
            "",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_the_same_when_it_is_read_and_breaks_no_line(string text)
    {
        var written = Write(text);

        Assert.Equal(2, written.Lines.Count);
        Assert.DoesNotContain(
            written.Text.Replace("\n", "", StringComparison.Ordinal),
            letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'
        );
        Assert.Equal(text, written.Stage("Load").GetProperty("error_message").GetString());
        Assert.Equal(text, written.Stage("Load").GetProperty("reason").GetString());
    }

    // This is not a theory because an attribute cannot contain an unpaired surrogate.
    [Fact]
    public void Half_a_pair_of_surrogates_is_replaced()
    {
        Assert.Equal("\ufffd", MessageOf("\ud83d"));
        Assert.Equal("a\ufffdb", MessageOf("a\udd25b"));
        Assert.Equal("\ufffd\ufffd", MessageOf("\udd25\ud83d"));

        static string? MessageOf(string text) => Write(text).Stage("Load").GetProperty("error_message").GetString();
    }

    [Theory]
    [InlineData("abcdefgh", "abcdefgh")]
    [InlineData("abcdefghi", "abcdefgh…")]
    [InlineData("abcdefg\U0001F525", "abcdefg…")]
    [InlineData("abcdef\U0001F525i", "abcdef\U0001F525…")]
    public void A_long_text_is_cut(string text, string expected)
    {
        var written = Write(text, new WideEventOptions { MaxTextLength = 8 });

        Assert.Equal(expected, written.Stage("Load").GetProperty("error_message").GetString());
        Assert.Equal(expected, written.Run().GetProperty("user_id").GetString());
    }

    [Fact]
    public void A_text_of_millions_of_letters_is_cut_unless_that_is_not_wanted()
    {
        var text = new string('x', 3_000_000);

        Assert.InRange(Write(text).Text.Length, 4096, 64 * 1024);
        Assert.Equal(
            text,
            Write(text, new WideEventOptions { MaxTextLength = int.MaxValue })
                .Stage("Load")
                .GetProperty("error_message")
                .GetString()
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Progress_that_is_no_number_is_left_out(double progress)
    {
        var written = new WrittenLines();
        var events = new LineEvents(Guid.NewGuid());
        written.Observe(
            events.Next(RunEventKind.RunStarted),
            events.Next(RunEventKind.StageStarted),
            events.Next(RunEventKind.StageProgressed, LineEvents.Made() with { Progress = progress }),
            events.End()
        );

        Assert.False(written.Stage("Load").TryGetProperty("progress", out _));
    }

    [Fact]
    public void An_exception_without_a_message_that_can_be_read_costs_no_line()
    {
        var written = Write(new UnreadableException(), "reason", null);

        Assert.Equal(
            "(no message: System.NotSupportedException)",
            written.Stage("Load").GetProperty("error_message").GetString()
        );
        Assert.Equal(
            "Sluice.Tests.Lines.UnreadableException",
            written.Stage("Load").GetProperty("error_type").GetString()
        );
    }

    [Fact]
    public void Names_are_in_snake_case_and_none_is_null()
    {
        foreach (var property in Write("text").Objects.SelectMany(line => line.EnumerateObject()))
        {
            Assert.Matches("^[a-z]+(_[a-z]+)*$", property.Name);
            Assert.NotEqual(JsonValueKind.Null, property.Value.ValueKind);
        }
    }

    private static WrittenLines Write(string text, WideEventOptions? options = null) =>
        Write(new InvalidDataException(text), text, options);

    private static WrittenLines Write(Exception error, string text, WideEventOptions? options)
    {
        var written = new WrittenLines(options);
        var events = new LineEvents(Guid.NewGuid(), new RunContext { UserId = text });
        written.Observe(
            events.Next(RunEventKind.RunStarted),
            events.Next(RunEventKind.StageStarted),
            events.Next(
                RunEventKind.StageFailed,
                LineEvents.Made() with
                {
                    Error = error,
                    Reason = text,
                    Duration = TimeSpan.Zero,
                }
            ),
            events.End()
        );
        return written;
    }
}
