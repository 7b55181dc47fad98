namespace DocumentSearch.Documents;

/// <summary>Specifies the kind of a file, which determines its parser.</summary>
internal enum DocumentKind
{
    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Text without markup.</summary>
    PlainText,

    /// <summary>HTML.</summary>
    WebPage,

    /// <summary>Another kind, which is not searched.</summary>
    Other,
}
