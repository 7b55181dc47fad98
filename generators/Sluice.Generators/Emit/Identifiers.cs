using Microsoft.CodeAnalysis.CSharp;

namespace Sluice.Generators.Emit;

/// <summary>Gives out identifiers that are unique, whatever their case, and escapes those that are keywords.</summary>
internal sealed class Identifiers
{
    private readonly HashSet<string> _taken;

    /// <param name="taken">What must not be given out.</param>
    public Identifiers(IEnumerable<string> taken) =>
        _taken = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives out a name, or that name with the first number that makes it and its companions unique.</summary>
    /// <param name="name">The name that is wanted.</param>
    /// <param name="companions">Endings that are appended to the name elsewhere, so that those names must be free too.</param>
    public string Take(string name, params string[] companions)
    {
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
            if (!_taken.Contains(candidate) && !companions.Any(ending => _taken.Contains(candidate + ending)))
            {
                _taken.Add(candidate);
                _taken.UnionWith(companions.Select(ending => candidate + ending));
                return candidate;
            }
        }
    }

    /// <summary>The name as code writes it.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name with a small first letter.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The name with a capital first letter.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
