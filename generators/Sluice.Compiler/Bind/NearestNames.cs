namespace Sluice.Compiler.Bind;

/// <summary>Guesses which name was meant.</summary>
internal static class NearestNames
{
    /// <summary>A question that offers the nearest names, or another sentence where none is near.</summary>
    public static string Suggest(BindingTables tables, string name, IEnumerable<string> known, string otherwise)
    {
        var nearest = tables.Guesses.TryTake() ? Find(name, known) : [];
        return nearest.Count == 0 ? otherwise : $"Did you mean {Phrases.List(nearest, "or")}?";
    }

    private static List<string> Find(string name, IEnumerable<string> known)
    {
        var plain = NameTable.Plain(name);
        var limit = Math.Max(1, plain.Length / 3);
        return
        [
            .. known
                .Distinct(StringComparer.Ordinal)
                .Select(candidate => (Name: candidate, Distance: Distance(plain, candidate, limit)))
                .Where(candidate => candidate.Distance <= limit)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(candidate => candidate.Name),
        ];
    }

    // A qualified name is also near where only its last part is.
    private static int Distance(string name, string candidate, int limit) =>
        candidate.IndexOf('.') < 0 && name.IndexOf('.') < 0
            ? EditDistance.Between(name, candidate, limit)
            : Math.Min(
                EditDistance.Between(name, candidate, limit),
                EditDistance.Between(LastPart(name), LastPart(candidate), limit)
            );

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
