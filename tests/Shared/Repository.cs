namespace Sluice.Tests.Shared;

/// <summary>Where the repository lies that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path inside it.</summary>
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
