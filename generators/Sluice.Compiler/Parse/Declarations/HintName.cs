using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Names the file of an emitted part.</summary>
internal static class HintName
{
    // A path on some disks may have 260 characters in all.
    private const int ReadableLength = 100;

    /// <summary>
    /// A readable name that ends in a hash of the exact one. The hash is always there: disks and Roslyn compare file names
    /// without case, C# does not, and no look at one type alone tells whether another differs from it by case only.
    /// </summary>
    public static string Of(INamedTypeSymbol type)
    {
        var exact = ExactName(type);
        var readable = new StringBuilder(ReadableLength + 9);
        foreach (var character in exact)
        {
            if (readable.Length == ReadableLength)
            {
                break;
            }

            readable.Append(
                IsPlain(character) ? character
                : character == '+' ? '.'
                : '_'
            );
        }

        return readable.Append('-').Append(Hash(exact).ToString("x8", CultureInfo.InvariantCulture)).ToString();
    }

    // No two types have the same, even where they differ in the namespace only ("A.B" and a type "A" with "B" in it) or are an
    // error of the compiler's own: a file that is there twice would cost all pipelines theirs.
    private static string ExactName(INamedTypeSymbol type)
    {
        var name = string.Join("+", type.SelfAndContainingTypes().Reverse().Select(TypeName));
        return type.ContainingNamespace is { IsGlobalNamespace: false } containing
            ? $"{TypeNames.Full(containing)}.{name}"
            : name;
    }

    private static string TypeName(INamedTypeSymbol type)
    {
        var namesakes = (type.ContainingType ?? (INamespaceOrTypeSymbol)type.ContainingNamespace).GetTypeMembers(
            type.Name,
            type.Arity
        );
        var position = namesakes.IndexOf(type, 0, SymbolEqualityComparer.Default);
        return position > 0
            ? $"{type.MetadataName}#{position.ToString(CultureInfo.InvariantCulture)}"
            : type.MetadataName;
    }

    private static bool IsPlain(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.';

    /// <summary>FNV-1a, because the hash codes of strings differ from process to process.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619u);
        }

        return hash;
    }
}
