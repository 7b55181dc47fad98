using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler.Parse;

/// <summary>Finds documentation comments, also in compilations that do not parse them.</summary>
internal static class DocumentationComment
{
    /// <summary>Whether a documentation comment precedes the declaration.</summary>
    public static bool IsOn(SyntaxNode declaration)
    {
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            var isDocumentation = trivia.Kind() switch
            {
                SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
                    true,
                SyntaxKind.SingleLineCommentTrivia => StartsWith(trivia, "///", '/'),
                SyntaxKind.MultiLineCommentTrivia => StartsWith(trivia, "/**", '*', '/'),
                _ => false,
            };
            if (isDocumentation)
            {
                return true;
            }
        }

        return false;
    }

    // With a fourth slash or a third asterisk, it is an ordinary comment.
    private static bool StartsWith(SyntaxTrivia trivia, string start, params char[] notFollowedBy)
    {
        var text = trivia.ToString();
        return text.StartsWith(start, StringComparison.Ordinal)
            && (text.Length == start.Length || !notFollowedBy.Contains(text[start.Length]));
    }
}
