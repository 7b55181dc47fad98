using DocumentSearch.Documents;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>Lists the files that are not in the index.</summary>
internal sealed class SkippedView(IAnsiConsole console, bool isBrief)
{
    /// <summary>A terminal would scroll the answer away.</summary>
    private const int BriefCount = 10;

    private static readonly Style WarningStyle = new(Color.Yellow);

    /// <summary>Lists them; none is not worth a word.</summary>
    public void Show(SkippedFiles skipped)
    {
        if (skipped.All.Count == 0)
        {
            return;
        }

        WriteLine(skipped.All.Count == 1 ? "Skipped 1 file:" : $"Skipped {skipped.All.Count:N0} files:");
        var shown = isBrief ? BriefCount : skipped.All.Count;
        foreach (var file in skipped.All.Take(shown))
        {
            WriteLine($"  {file.RelativePath}: {file.Detail}");
        }

        if (skipped.All.Count > shown)
        {
            WriteLine($"  and {skipped.All.Count - shown:N0} more; redirect standard error to a file to see them all.");
        }
    }

    private void WriteLine(string text) => console.Write(new Text(text + Environment.NewLine, WarningStyle));
}
