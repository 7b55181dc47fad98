using DocumentSearch.Search;

namespace DocumentSearch.CommandLine;

/// <summary>The options of the command line.</summary>
/// <param name="Folder">The folder to index.</param>
/// <param name="Query">The query.</param>
internal sealed record SearchOptions(string Folder, SearchQuery Query);
