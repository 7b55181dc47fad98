namespace DocumentSearch.Documents;

/// <summary>A file has the name of a document and cannot be indexed; the others still can.</summary>
#pragma warning disable CA1032, CA1064 // It is thrown and caught inside this program, always with its reason.
internal sealed class UnusableDocumentException(SkipReason reason, string detail, Exception? innerException = null)
    : Exception(detail, innerException)
{
    /// <summary>Why, in kind.</summary>
    public SkipReason Reason { get; } = reason;
}
#pragma warning restore CA1032, CA1064
