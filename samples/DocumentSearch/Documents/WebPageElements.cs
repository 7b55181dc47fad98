using AngleSharp.Dom;

namespace DocumentSearch.Documents;

/// <summary>Which elements of HTML separate texts, and which show none: the style sheet for rendering of the HTML standard, section 15.3.</summary>
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

    /// <summary>Whether nobody sees what is in it.</summary>
    public static bool IsHidden(IElement element) => Hidden.Contains(element.LocalName);

    /// <summary>Whether its text stands apart from what is around it.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Whether what follows is another line, or another cell, of the same block.</summary>
    public static bool IsLine(IElement element) => element.LocalName is "br" or "td" or "th";

    /// <summary>1 to 6 for a heading, otherwise 0.</summary>
    public static int HeadingLevel(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;
}
