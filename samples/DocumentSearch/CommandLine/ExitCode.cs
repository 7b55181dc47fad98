namespace DocumentSearch.CommandLine;

/// <summary>What the program ends with.</summary>
internal enum ExitCode
{
    /// <summary>The query was answered, be it with nothing.</summary>
    Success = 0,

    /// <summary>The query was answered, but some files could not be read, so that the answer may lack something.</summary>
    Incomplete = 1,

    /// <summary>The command line makes no sense, or the query is empty.</summary>
    Usage = 2,

    /// <summary>There is no such folder, or nothing to search in it.</summary>
    NothingToSearch = 3,

    /// <summary>The user pressed Ctrl+C; the number is the shells' convention, 128 and the signal's.</summary>
    Cancelled = 130,
}
