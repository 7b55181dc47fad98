namespace Sluice.Compiler.Rules;

/// <summary>Finds names that are similar to another and may have been intended.</summary>
internal static class NearNames
{
    /// <summary>Returns the most similar names, at most three.</summary>
    /// <param name="name">The name that was written.</param>
    /// <param name="known">The names to choose from.</param>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> known)
    {
        var limit = Math.Max(1, name.Length / 3);
        return
        [
            .. known
                .Distinct(StringComparer.Ordinal)
                .Select(candidate => (Name: candidate, Distance: Distance(name, candidate, limit)))
                .Where(candidate => candidate.Distance <= limit)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(3)
                .Select(candidate => candidate.Name),
        ];
    }

    // A qualified name is also similar if only its last part is.
    private static int Distance(string name, string candidate, int limit) =>
        candidate.IndexOf('.') < 0 && name.IndexOf('.') < 0
            ? EditDistance.Between(name, candidate, limit)
            : Math.Min(
                EditDistance.Between(name, candidate, limit),
                EditDistance.Between(LastPart(name), LastPart(candidate), limit)
            );

    private static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
