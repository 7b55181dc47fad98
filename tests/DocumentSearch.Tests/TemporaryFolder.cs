namespace DocumentSearch.Tests;

/// <summary>A folder that is deleted at the end of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("document-search-").FullName;

    /// <summary>Writes a file and creates its parent folders.</summary>
    public string Write(string relativePath, string text) =>
        Write(relativePath, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and creates its parent folders.</summary>
    public string Write(string relativePath, byte[] bytes)
    {
        var path = PathOf(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Creates a file that no user can read, not even root: a symbolic link without a target.</summary>
    public void WriteUnreadable(string relativePath) =>
        File.CreateSymbolicLink(PathOf(relativePath), PathOf("nowhere"));

    public string PathOf(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
