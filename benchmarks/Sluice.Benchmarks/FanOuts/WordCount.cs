namespace Sluice.Benchmarks.FanOuts;

/// <summary>The work that both contenders do for each file.</summary>
internal static class WordCount
{
    /// <summary>Reads a file and counts its words.</summary>
    public static async ValueTask<int> OfAsync(string path, CancellationToken token)
    {
        var text = await File.ReadAllTextAsync(path, token);
        var words = 0;
        var isInside = false;
        foreach (var character in text)
        {
            var isLetter = char.IsLetterOrDigit(character);
            words += isLetter && !isInside ? 1 : 0;
            isInside = isLetter;
        }

        return words;
    }
}
