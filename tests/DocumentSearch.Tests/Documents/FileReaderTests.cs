using DocumentSearch.Documents;
using Sluice;

namespace DocumentSearch.Tests.Documents;

public sealed class FileReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Text_is_read()
    {
        _folder.Write("a.md", "# Größe");

        Assert.Equal("# Größe", (await ReadAsync("a.md", 8)).Value.Text);
    }

    [Fact]
    public async Task A_file_of_length_0_is_not_even_opened() =>
        Assert.Equal("", (await ReadAsync("missing.md", 0)).Value.Text);

    [Theory]
    [InlineData("missing.md")]
    [InlineData("folder.md")]
    [InlineData("dangling.md")]
    public async Task What_cannot_be_opened_is_an_error(string name)
    {
        Directory.CreateDirectory(_folder.PathOf("folder.md"));
        _folder.WriteUnreadable("dangling.md");

        var exception = await Record.ExceptionAsync(() => ReadAsync(name, -1));

        Assert.True(exception is IOException or UnauthorizedAccessException, $"{exception}");
    }

    [Fact]
    public async Task A_binary_file_is_no_document()
    {
        _folder.Write("a.txt", [1, 2, 0, 3]);

        Assert.Equal("It is a binary file.", (await ReadAsync("a.txt", 4)).Reason);
    }

    [Fact]
    public async Task A_huge_file_is_no_document()
    {
        using (var file = File.Create(_folder.PathOf("a.txt")))
        {
            file.SetLength(FileReader.MaximumLength + 1);
        }

        Assert.EndsWith(" is the limit.", (await ReadAsync("a.txt", -1)).Reason, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<Optional<FileContent>> ReadAsync(string name, long length) =>
        await FileReader.ReadAsync(new DocumentFile(_folder.PathOf(name), name, length), CancellationToken.None);
}
