using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public sealed class FileReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Text_is_read()
    {
        folder.Write("a.md", "# Größe");

        Assert.Equal("# Größe", (await ReadAsync("a.md", 8)).Text);
    }

    [Fact]
    public async Task A_file_of_length_0_is_not_even_opened() =>
        Assert.Equal("", (await ReadAsync("missing.md", 0)).Text);

    [Theory]
    [InlineData("missing.md")]
    [InlineData("folder.md")]
    [InlineData("dangling.md")]
    public async Task What_cannot_be_opened_is_unreadable(string name)
    {
        Directory.CreateDirectory(folder.PathOf("folder.md"));
        folder.WriteUnreadable("dangling.md");

        var exception = await Assert.ThrowsAsync<UnusableDocumentException>(() => ReadAsync(name, -1));

        Assert.Equal(SkipReason.Unreadable, exception.Reason);
    }

    [Fact]
    public async Task A_binary_file_is_no_document()
    {
        folder.Write("a.txt", [1, 2, 0, 3]);

        var exception = await Assert.ThrowsAsync<UnusableDocumentException>(() => ReadAsync("a.txt", 4));

        Assert.Equal(SkipReason.Binary, exception.Reason);
    }

    [Fact]
    public async Task A_huge_file_is_no_document()
    {
        using (var file = File.Create(folder.PathOf("a.txt")))
        {
            file.SetLength(FileReader.MaximumLength + 1);
        }

        var exception = await Assert.ThrowsAsync<UnusableDocumentException>(() => ReadAsync("a.txt", -1));

        Assert.Equal(SkipReason.TooLarge, exception.Reason);
    }

    public void Dispose() => folder.Dispose();

    private async Task<FileContent> ReadAsync(string name, long length) =>
        await FileReader.ReadAsync(new DocumentFile(folder.PathOf(name), name, length), CancellationToken.None);
}
