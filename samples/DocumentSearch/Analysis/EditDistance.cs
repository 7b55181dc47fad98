namespace DocumentSearch.Analysis;

/// <summary>Computes the number of typing mistakes between two words.</summary>
/// <remarks>
/// A mistake is a character too many, a missing or wrong character, or two neighbors in the wrong order: the
/// Damerau-Levenshtein distance, by the algorithm of R. Lowrance and R. A. Wagner, "An Extension of the
/// String-to-String Correction Problem", Journal of the ACM 22(2), 1975.
/// </remarks>
internal static class EditDistance
{
    /// <summary>Returns the number of mistakes between two words.</summary>
    public static int Between(string left, string right)
    {
        // Cell (i, j) holds the distance of the first i - 1 characters from the first j - 1. Row and column 0 are
        // unreachable, so that no swap begins before the words do.
        var width = right.Length + 2;
        var unreachable = left.Length + right.Length;
        var cells = new int[(left.Length + 2) * width];
        for (var row = 0; row <= left.Length; row++)
        {
            cells[(row + 1) * width] = unreachable;
            cells[((row + 1) * width) + 1] = row;
        }

        for (var column = 0; column <= right.Length; column++)
        {
            cells[column + 1] = unreachable;
            cells[width + column + 1] = column;
        }

        cells[0] = unreachable;
        var lastRows = new Dictionary<char, int>();
        for (var row = 1; row <= left.Length; row++)
        {
            var lastColumn = 0;
            for (var column = 1; column <= right.Length; column++)
            {
                var swapRow = lastRows.GetValueOrDefault(right[column - 1]);
                var swapColumn = lastColumn;
                var isSame = left[row - 1] == right[column - 1];
                lastColumn = isSame ? column : lastColumn;
                var changed = cells[(row * width) + column] + (isSame ? 0 : 1);
                var added = cells[((row + 1) * width) + column] + 1;
                var removed = cells[(row * width) + column + 1] + 1;
                var swapped =
                    cells[(swapRow * width) + swapColumn] + (row - swapRow - 1) + 1 + (column - swapColumn - 1);
                cells[((row + 1) * width) + column + 1] = Math.Min(
                    Math.Min(changed, added),
                    Math.Min(removed, swapped)
                );
            }

            lastRows[left[row - 1]] = row;
        }

        return cells[^1];
    }
}
