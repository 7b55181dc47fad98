namespace DocumentSearch.CommandLine;

/// <summary>Determines the folder to search if the command line does not name one.</summary>
internal static class DefaultFolder
{
    private const string SolutionFile = "Framework.sln";

    /// <summary>
    /// Returns the repository in which the program was built: the nearest folder above the program that contains the
    /// solution. A program that was copied elsewhere searches the current folder.
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
