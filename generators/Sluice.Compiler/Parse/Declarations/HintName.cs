using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Chooses the file name of a pipeline's emitted part.</summary>
internal static class HintName
{
    // The whole path is limited to 260 characters on some systems.
    private const int ReadableLength = 100;

    /// <summary>
    /// Returns a readable name that ends with a hash of the exact name. The hash is always present: file systems and
    /// Roslyn compare file names without case, C# does not, and one type alone does not tell whether another differs
    /// from it only by case.
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

    // Unique for each type, even if two types differ only in their namespace ("A.B" and a type "A" that contains "B")
    // or if the compiler rejects both: with a duplicate file name, no pipeline would get its emitted part.
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

    /// <summary>Computes an FNV-1a hash, because the hash codes of strings differ from process to process.</summary>
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
