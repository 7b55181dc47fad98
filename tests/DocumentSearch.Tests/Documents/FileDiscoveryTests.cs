using DocumentSearch.Documents;

namespace DocumentSearch.Tests.Documents;

public sealed class FileDiscoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Files_are_found_in_all_folders_but_those_of_tools_ordered_by_path()
    {
        foreach (
            var path in (string[])
                [
                    "b.md",
                    "a/z.TXT",
                    "a/deep/er/x.markdown",
                    "c.text",
                    "c.cs",
                    "noextension",
                    ".git/x.md",
                    "bin/x.md",
                    "a/node_modules/x.md",
                    "obj/x.md",
                ]
        )
        {
            _folder.Write(path, "x");
        }

        var found = Find();

        Assert.Equal(
            ["a/deep/er/x.markdown", "a/z.TXT", "b.md", "c.cs", "c.text", "noextension"],
            found.Files.Select(static file => file.RelativePath)
        );
        Assert.Empty(found.Skipped);
    }

    [Fact]
    public void Links_to_folders_are_not_followed_so_circles_do_no_harm()
    {
        _folder.Write("a/x.md", "x");
        Directory.CreateSymbolicLink(_folder.PathOf("a/circle"), _folder.Path);

        Assert.Equal(["a/x.md"], Find().Files.Select(static file => file.RelativePath));
    }

    [Fact]
    public void A_missing_folder_is_an_error() =>
        Assert.Throws<DirectoryNotFoundException>(() =>
            FileDiscovery.Find(new DocumentFolder(_folder.PathOf("missing")), CancellationToken.None)
        );

    [Fact]
    public void A_cancelled_search_ends() =>
        Assert.Throws<OperationCanceledException>(() =>
            FileDiscovery.Find(new DocumentFolder(_folder.Path), new CancellationToken(canceled: true))
        );

    public void Dispose() => _folder.Dispose();

    private DocumentFiles Find() => FileDiscovery.Find(new DocumentFolder(_folder.Path), CancellationToken.None);
}
