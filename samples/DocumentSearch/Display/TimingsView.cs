using System.Globalization;
using DocumentSearch.Pipelines;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>Shows the duration of each stage, one line per stage.</summary>
internal sealed class TimingsView(IAnsiConsole console)
{
    private static readonly Style FaintStyle = new(Color.Grey);

    /// <summary>Shows the groups one below another, in aligned columns.</summary>
    public void Show(IReadOnlyList<TimingGroup> groups)
    {
        var width = groups.SelectMany(static group => group.Stages).Max(static stage => stage.Stage.Length);
        foreach (var group in groups)
        {
            var duration = group.Duration is { } total ? $" in {Format(total)}" : "";
            WriteLine($"{group.Title}{duration}");
            foreach (var timing in group.Stages)
            {
                var runs =
                    timing.Runs == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"  ({timing.Runs:N0} runs)");
                var taken = timing.Note is { } note ? $"  {note}" : $"{Format(timing.Total), 11}{runs}";
                WriteLine($"  {timing.Stage.PadRight(width)} {taken}");
            }
        }
    }

    private static string Format(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:N1} ms");

    private void WriteLine(string text) => console.Write(new Text(text + Environment.NewLine, FaintStyle));
}
