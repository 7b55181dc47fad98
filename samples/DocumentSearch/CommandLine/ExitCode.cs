namespace DocumentSearch.CommandLine;

/// <summary>Specifies the exit code of the program.</summary>
internal enum ExitCode
{
    /// <summary>The query was answered, possibly without a match.</summary>
    Success = 0,

    /// <summary>The query was answered, but some files could not be read, so the answer may be incomplete.</summary>
    Incomplete = 1,

    /// <summary>The command line is invalid, or the query is empty.</summary>
    Usage = 2,

    /// <summary>The folder does not exist, or contains nothing to search.</summary>
    NothingToSearch = 3,

    /// <summary>
    /// The user pressed Ctrl+C. By the convention of shells, the code is 128 plus the number of the signal.
    /// </summary>
    Cancelled = 130,
}
