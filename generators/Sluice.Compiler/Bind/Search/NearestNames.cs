using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestNames
{
    /// <summary>A question that offers the nearest names, or another sentence where none is near.</summary>
    public static string Suggest(BindingTables tables, string name, IEnumerable<string> known, string otherwise)
    {
        var nearest = tables.Guesses.TryTake() ? NearNames.Find(NameTable.Plain(name), known) : [];
        return nearest.Count == 0 ? otherwise : $"Did you mean {Phrases.List(nearest, "or")}?";
    }
}
