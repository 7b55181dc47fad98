namespace Sluice.Tests.Shared;

/// <summary>A folder outside the repository, so that nothing of the repository's build applies in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-");

    /// <summary>A path inside the folder.</summary>
    public string this[params string[] parts] => Path.Combine([_folder.FullName, .. parts]);

    /// <summary>Copies a folder with all that is in it but what a build has left there.</summary>
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
