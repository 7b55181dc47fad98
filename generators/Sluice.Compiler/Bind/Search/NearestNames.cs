using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Suggests names that the user may have intended.</summary>
internal static class NearestNames
{
    /// <summary>Returns a question with the most similar names, or the given sentence if no name is similar.</summary>
    public static string Suggest(BindingTables tables, string name, IEnumerable<string> known, string otherwise)
    {
        var nearest = tables.Guesses.TryTake() ? NearNames.Find(NameTable.Plain(name), known) : [];
        return nearest.Count == 0 ? otherwise : $"Did you mean {Phrases.List(nearest, "or")}?";
    }
}
