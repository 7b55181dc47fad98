using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler;

/// <summary>Escapes user-defined names, so that no compiler reads one as a keyword.</summary>
internal static class Keywords
{
    // Keywords of later language versions than the one this project is built with.
    private static readonly HashSet<string> LaterKeywords = new(StringComparer.Ordinal)
    {
        "allows",
        "extension",
        "field",
    };

    // Contextual keywords that have a meaning at the start of an expression or a statement, or between two expressions.
    // The others have a meaning in queries, accessors, constraints and declarations, where emitted code names no
    // values. They are common parameter names ('file', 'group', 'type') and easier to read without escaping.
    private static readonly HashSet<string> KeywordsAmongValues = new(StringComparer.Ordinal)
    {
        "and",
        "async",
        "await",
        "field",
        "from",
        "global",
        "nameof",
        "not",
        "or",
        "scoped",
        "var",
        "when",
        "with",
        "yield",
    };

    /// <summary>Escapes the name of a value, a method or another member.</summary>
    public static string Escape(string name) =>
        IsReserved(name) || KeywordsAmongValues.Contains(name) ? "@" + name : name;

    /// <summary>
    /// Escapes the name of a type or type parameter in its declaration. A type named <c>record</c> would begin another
    /// declaration, and the compiler warns about type names in lower-case letters only, because they may become
    /// keywords.
    /// </summary>
    public static string EscapeType(string name) =>
        IsContextual(name) || name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : name;

    /// <summary>Escapes the name of a namespace or type, including its type arguments.</summary>
    /// <param name="code">The name. Its reserved keywords are already escaped.</param>
    public static string EscapeTypes(string code)
    {
        StringBuilder? escaped = null;
        var copied = 0;
        for (var start = 0; start < code.Length; start++)
        {
            var end = start;
            while (end < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[end]))
            {
                end++;
            }

            if (MayBeWord(code, start, end) && IsContextual(code.Substring(start, end - start)))
            {
                escaped ??= new StringBuilder(code.Length + 1);
                escaped.Append(code, copied, start - copied).Append('@');
                copied = start;
            }

            start = end;
        }

        return escaped is null ? code : escaped.Append(code, copied, code.Length - copied).ToString();
    }

    // Keywords are in lower case, and 'global' before two colons is not a user's name.
    private static bool MayBeWord(string code, int start, int end) =>
        end > start
        && (code[start] is >= 'a' and <= 'z' or '_')
        && (start == 0 || code[start - 1] != '@')
        && (end == code.Length || code[end] != ':');

    private static bool IsReserved(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;

    private static bool IsContextual(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || LaterKeywords.Contains(name);
}
