using System.Text;
using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public class TextDecoderTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Text_with_a_byte_order_mark_is_decoded_by_it(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.True(TextDecoder.TryDecode([.. encoding.GetPreamble(), .. encoding.GetBytes("Größe 🙂")], out var text));

        Assert.Equal("Größe 🙂", text);
    }

    [Fact]
    public void Text_without_a_mark_is_UTF_8()
    {
        Assert.True(TextDecoder.TryDecode("Größe 🙂"u8, out var text));
        Assert.Equal("Größe 🙂", text);
    }

    [Fact]
    public void Text_that_is_no_UTF_8_is_Latin_1()
    {
        Assert.True(TextDecoder.TryDecode(Encoding.Latin1.GetBytes("Größe"), out var text));
        Assert.Equal("Größe", text);
    }

    [Fact]
    public void A_NUL_near_the_start_makes_it_binary()
    {
        Assert.False(TextDecoder.TryDecode("text\0text"u8, out _));
        Assert.False(TextDecoder.TryDecode([.. new byte[7999].Select(static _ => (byte)'a'), 0], out _));
    }

    [Fact]
    public void Bytes_full_of_control_characters_are_binary() =>
        Assert.False(TextDecoder.TryDecode([0x1f, 0x8b, 0x08, 0xff, 0x01, 0x02, 0xfe, 0x80, 0x03], out _));

    [Fact]
    public void Nothing_is_an_empty_text()
    {
        Assert.True(TextDecoder.TryDecode([], out var text));
        Assert.Equal("", text);
    }
}
