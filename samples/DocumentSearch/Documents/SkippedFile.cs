namespace DocumentSearch.Documents;

/// <summary>A file or folder that is left out of the index.</summary>
/// <param name="RelativePath">Which one.</param>
/// <param name="Reason">Why, in kind.</param>
/// <param name="Detail">Why, in words.</param>
internal sealed record SkippedFile(string RelativePath, SkipReason Reason, string Detail);
