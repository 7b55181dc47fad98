namespace Sluice.Analyzers.Tests;

/// <summary>The files of this repository that tests read.</summary>
internal static class Repository
{
    private static readonly string _root = FindRoot();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([_root, .. path]));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Framework.sln")))
        {
            directory =
                directory.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return directory.FullName;
    }
}
