using AngleSharp.Dom;

namespace DocumentSearch.Documents;

/// <summary>
/// Classifies HTML elements: those that separate texts, and those that are not displayed. The source is the style sheet
/// for rendering in the HTML standard, section 15.3.
/// </summary>
internal static class WebPageElements
{
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "datalist",
        "iframe",
        "noscript",
        "script",
        "style",
        "svg",
        "template",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tr",
        "ul",
    };

    /// <summary>Returns whether the content of an element is hidden.</summary>
    public static bool IsHidden(IElement element) => Hidden.Contains(element.LocalName);

    /// <summary>Returns whether the text of an element is separate from the text around it.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Returns whether the following text is another line or cell of the same block.</summary>
    public static bool IsLine(IElement element) => element.LocalName is "br" or "td" or "th";

    /// <summary>Returns the level of a heading, from 1 to 6, or 0 for other elements.</summary>
    public static int HeadingLevel(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;
}
