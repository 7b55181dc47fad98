using Sluice;

namespace DocumentSearch.Documents;

/// <summary>A file or folder that is not in the index.</summary>
/// <param name="RelativePath">The path, relative to the searched folder.</param>
/// <param name="Reason">The reason, as a text.</param>
/// <param name="HasFailed">Whether the file should have been indexed, so that answers may be incomplete.</param>
/// <param name="Kind">The kind of the file.</param>
internal sealed record SkippedFile(string RelativePath, string Reason, bool HasFailed, DocumentKind Kind)
{
    /// <summary>Creates the entry for a file that did not become a document.</summary>
    public static SkippedFile Of<T>(DocumentFile file, Outcome<T> outcome) =>
        outcome.Exception is { } exception
            ? new(file.RelativePath, exception.Message, HasFailed: true, file.Kind)
            : new(file.RelativePath, outcome.Reason!, HasFailed: false, file.Kind);
}
