using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Compiler;

/// <summary>Writes the names that users give in such a way that no compiler reads one as a word of the language.</summary>
internal static class Keywords
{
    // Words of later versions of the language than the one that this is built on.
    private static readonly HashSet<string> _later = new(StringComparer.Ordinal) { "allows", "extension", "field" };

    // What may stand at the start of an expression or a statement, or between two, in a meaning of its own. The other contextual words
    // mean something in queries, accessors, constraints and declarations, where emitted code has no name of a value: they are common
    // names of parameters ('file', 'group', 'type'), which are read more easily as they are.
    private static readonly HashSet<string> _amongValues = new(StringComparer.Ordinal)
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

    /// <summary>The name of a value, a method or another member as code writes it.</summary>
    public static string Escape(string name) => IsReserved(name) || _amongValues.Contains(name) ? "@" + name : name;

    /// <summary>
    /// The name of a type or of a type parameter as its declaration writes it. <c>record</c> alone would begin another declaration, and of
    /// every name in small letters the compiler warns that it may become a word of the language.
    /// </summary>
    public static string EscapeType(string name) =>
        IsContextual(name) || name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : name;

    /// <summary>The name of a namespace or type, with all that it contains, as code writes it.</summary>
    /// <param name="code">The name, with its reserved words escaped.</param>
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

    // A word is written in small letters, and 'global' before two colons is none of the user's.
    private static bool MayBeWord(string code, int start, int end) =>
        end > start
        && (code[start] is >= 'a' and <= 'z' or '_')
        && (start == 0 || code[start - 1] != '@')
        && (end == code.Length || code[end] != ':');

    private static bool IsReserved(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;

    private static bool IsContextual(string name) =>
        SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || _later.Contains(name);
}
