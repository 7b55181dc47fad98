using Sluice;

namespace DocumentSearch.Documents;

/// <summary>A file or folder that is left out of the index.</summary>
/// <param name="RelativePath">Which one.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="HasFailed">Whether it should have been in the index, so that answers may be incomplete.</param>
/// <param name="Kind">What it is.</param>
internal sealed record SkippedFile(string RelativePath, string Reason, bool HasFailed, DocumentKind Kind)
{
    /// <summary>Tells why a file did not become a document.</summary>
    public static SkippedFile Of<T>(DocumentFile file, Outcome<T> outcome) =>
        outcome.Exception is { } exception
            ? new(file.RelativePath, exception.Message, HasFailed: true, file.Kind)
            : new(file.RelativePath, outcome.Reason!, HasFailed: false, file.Kind);
}
