using Sluice.Compiler;

namespace Sluice.Generators.Emit;

/// <summary>A table of names that gives out each name once.</summary>
internal sealed class Identifiers
{
    private readonly HashSet<string> _taken;

    /// <param name="taken">The names that must not be given out.</param>
    /// <param name="comparer">The comparer of names, or <see langword="null"/> to ignore case.</param>
    public Identifiers(IEnumerable<string> taken, StringComparer? comparer = null) =>
        _taken = new HashSet<string>(taken, comparer ?? StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives out a name, or that name with the first number that makes it unique.</summary>
    /// <param name="name">The name that is wanted.</param>
    /// <param name="scopes">
    /// The tables of other code that uses the name unqualified. No name in these tables may hide it, so it is added to them too.
    /// </param>
    public string Take(string name, params Identifiers[] scopes)
    {
        var taken = Take(name, candidate => [candidate], scopes);
        foreach (var scope in scopes)
        {
            scope._taken.Add(taken);
        }

        return taken;
    }

    /// <summary>Gives out a name for a stage that is unique in each form in which code writes it.</summary>
    /// <param name="name">The name that is wanted, with a capital first letter.</param>
    /// <param name="merges">The number of merges that the stage takes.</param>
    public string TakeForStage(string name, int merges) =>
        Take(name, candidate => NameForm.All.SelectMany(form => form.NamesOf(candidate, merges)), []);

    /// <summary>The name as code writes it.</summary>
    public static string Escape(string name) => Keywords.Escape(name);

    /// <summary>The name with a small first letter.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The name with a capital first letter.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private string Take(string name, Func<string, IEnumerable<string>> namesOf, Identifiers[] scopes)
    {
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
            var names = namesOf(candidate).ToArray();
            if (!names.Any(_taken.Contains) && !scopes.Any(scope => names.Any(scope._taken.Contains)))
            {
                _taken.UnionWith(names);
                return candidate;
            }
        }
    }
}
