namespace Sluice.Tests.Shared;

/// <summary>A folder outside the repository, so that the repository's build settings do not apply to it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-");

    /// <summary>The full path of a file or folder in this folder.</summary>
    public string this[params string[] parts] => Path.Combine([_folder.FullName, .. parts]);

    /// <summary>Copies the content of a folder, except for build output.</summary>
    public void CopyFrom(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            {
                var target = this[relative];
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
