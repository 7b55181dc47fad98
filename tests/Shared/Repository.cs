namespace Sluice.Tests.Shared;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Framework.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests must run from a folder inside the repository.");
        }

        return folder.FullName;
    }
}
