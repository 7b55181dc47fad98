namespace DocumentSearch.Documents;

/// <summary>Finds the files in a folder and its subfolders.</summary>
/// <remarks>
/// Folders with a name that starts with a dot, and folders that tools fill (<c>bin</c>, <c>obj</c>,
/// <c>node_modules</c>), are ignored. Links to folders are not followed, because they could form cycles.
/// </remarks>
internal static class FileDiscovery
{
    private static readonly HashSet<string> FoldersOfTools = new(StringComparer.OrdinalIgnoreCase)
    {
        "bin",
        "obj",
        "node_modules",
    };

    /// <summary>Finds the files.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static DocumentFiles Find(DocumentFolder folder, CancellationToken cancellationToken)
    {
        var root = new DirectoryInfo(folder.Path);
        if (!root.Exists)
        {
            throw new DirectoryNotFoundException($"The folder '{folder.Path}' does not exist.");
        }

        var files = new List<DocumentFile>();
        var skipped = new List<SkippedFile>();
        var pending = new Stack<DirectoryInfo>([root]);
        while (pending.TryPop(out var directory))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in directory.EnumerateFileSystemInfos())
                {
                    Visit(entry);
                }
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
            {
                skipped.Add(
                    new SkippedFile(NameOf(directory) + "/", exception.Message, HasFailed: true, DocumentKind.Other)
                );
            }
        }

        files.Sort(static (left, right) => string.CompareOrdinal(left.RelativePath, right.RelativePath));
        return new DocumentFiles(files, skipped);

        void Visit(FileSystemInfo entry)
        {
            if (entry is DirectoryInfo directory)
            {
                if (IsToEnter(directory))
                {
                    pending.Push(directory);
                }
            }
            else
            {
                files.Add(new DocumentFile(entry.FullName, NameOf(entry), LengthOf((FileInfo)entry)));
            }
        }

        string NameOf(FileSystemInfo entry) =>
            Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
    }

    private static bool IsToEnter(DirectoryInfo directory) =>
        !directory.Name.StartsWith('.')
        && !FoldersOfTools.Contains(directory.Name)
        && !directory.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>
    /// Returns the length of the file, or -1 if only opening it can tell: for a link, or for a file that has just
    /// disappeared.
    /// </summary>
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? -1 : file.Length;
        }
        catch (IOException)
        {
            return -1;
        }
    }
}
