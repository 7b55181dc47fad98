using DocumentSearch.Documents;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>
/// Lists the files that are not in the index, each with the reason: first those that failed, then those that were
/// skipped.
/// </summary>
internal sealed class SkippedView(IAnsiConsole console, bool isBrief)
{
    /// <summary>
    /// The maximum number of files on a terminal, which would otherwise scroll the answer out of view.
    /// </summary>
    private const int BriefCount = 10;

    private static readonly Style FailureStyle = new(Color.Red);
    private static readonly Style WarningStyle = new(Color.Yellow);

    /// <summary>Lists the files. Writes nothing if there are none.</summary>
    public void Show(SkippedFiles skipped)
    {
        Show("Failed to index", [.. skipped.Failed], FailureStyle);
        Show("Skipped", [.. skipped.Unsuitable], WarningStyle);
    }

    private void Show(string verb, IReadOnlyList<SkippedFile> files, Style style)
    {
        if (files.Count == 0)
        {
            return;
        }

        WriteLine(files.Count == 1 ? $"{verb} 1 file:" : $"{verb} {files.Count:N0} files:", style);
        var shown = isBrief ? BriefCount : files.Count;
        foreach (var file in files.Take(shown))
        {
            WriteLine($"  {file.RelativePath}: {file.Reason}", style);
        }

        if (files.Count > shown)
        {
            WriteLine(
                $"  and {files.Count - shown:N0} more; redirect standard error to a file to see them all.",
                style
            );
        }
    }

    private void WriteLine(string text, Style style) => console.Write(new Text(text + Environment.NewLine, style));
}
