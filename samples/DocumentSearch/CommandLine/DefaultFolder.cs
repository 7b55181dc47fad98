namespace DocumentSearch.CommandLine;

/// <summary>Where to search when the command line does not say.</summary>
internal static class DefaultFolder
{
    private const string SolutionFile = "Framework.sln";

    /// <summary>
    /// The repository that the program was built in: the nearest folder above the program that holds the solution. A program that
    /// was copied elsewhere searches the current folder.
    /// </summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
