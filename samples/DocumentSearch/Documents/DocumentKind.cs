namespace DocumentSearch.Documents;

/// <summary>What a file is, which decides how it is parsed.</summary>
internal enum DocumentKind
{
    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Text without markup.</summary>
    PlainText,

    /// <summary>HTML.</summary>
    WebPage,

    /// <summary>Something else, which is not searched.</summary>
    Other,
}
