using Sluice;

namespace DocumentSearch.Documents;

/// <summary>A file or folder that is left out of the index.</summary>
/// <param name="RelativePath">Which one.</param>
/// <param name="Reason">Why, in kind.</param>
/// <param name="Detail">Why, in words.</param>
internal sealed record SkippedFile(string RelativePath, SkipReason Reason, string Detail)
{
    /// <summary>Whether it should have been in the index, so that answers may be incomplete.</summary>
    public bool HasFailed => Reason is SkipReason.Failed or SkipReason.Unreadable;

    /// <summary>Tells why a file did not become a document.</summary>
    public static SkippedFile Of<T>(DocumentFile file, Outcome<T> outcome) =>
        outcome.Exception switch
        {
            UnusableDocumentException unusable => new(file.RelativePath, unusable.Reason, unusable.Message),
            { } exception => new(file.RelativePath, SkipReason.Failed, exception.Message),
            null => new(file.RelativePath, SkipReason.OtherKind, outcome.Reason!),
        };
}
