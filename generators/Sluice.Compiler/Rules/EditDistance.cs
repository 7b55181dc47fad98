namespace Sluice.Compiler.Rules;

/// <summary>
/// How many insertions, deletions, replacements and swaps of neighbours turn one word into another, ignoring case: Damerau's and
/// Levenshtein's distance in its restricted form (optimal string alignment).
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 where it is greater than the limit.</summary>
    public static int Between(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var beforePrevious = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (AreSame(left[row - 1], right[column - 1]) ? 0 : 1);
                current[column] = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                if (IsSwap(left, right, row, column))
                {
                    current[column] = Math.Min(current[column], beforePrevious[column - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return Math.Min(previous[right.Length], limit + 1);
    }

    private static bool IsSwap(string left, string right, int row, int column) =>
        row > 1 && column > 1 && AreSame(left[row - 1], right[column - 2]) && AreSame(left[row - 2], right[column - 1]);

    private static bool AreSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
