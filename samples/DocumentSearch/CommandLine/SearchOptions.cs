using DocumentSearch.Search;

namespace DocumentSearch.CommandLine;

/// <summary>What the command line asks for.</summary>
/// <param name="Folder">The folder to index.</param>
/// <param name="Query">What to look for.</param>
internal sealed record SearchOptions(string Folder, SearchQuery Query);
