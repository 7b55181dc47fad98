namespace DocumentSearch.Documents;

/// <summary>Why a file is not in the index.</summary>
internal enum SkipReason
{
    /// <summary>Something went wrong that nobody expected. The others are indexed all the same.</summary>
    Failed,

    /// <summary>The operating system does not let it be read.</summary>
    Unreadable,

    /// <summary>It holds something else than text.</summary>
    Binary,

    /// <summary>It is too large to be a document that someone wrote.</summary>
    TooLarge,

    /// <summary>Its Markdown cannot be parsed.</summary>
    Malformed,

    /// <summary>It is of a kind that is not searched.</summary>
    OtherKind,
}
