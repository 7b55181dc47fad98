using System.Globalization;
using DocumentSearch.Pipelines;
using Spectre.Console;

namespace DocumentSearch.Display;

/// <summary>Shows how long each stage took, a line per stage.</summary>
internal sealed class TimingsView(IAnsiConsole console)
{
    private static readonly Style FaintStyle = new(Color.Grey);

    /// <summary>Shows the groups one below the other, in aligned columns.</summary>
    public void Show(IReadOnlyList<TimingGroup> groups)
    {
        var width = groups.SelectMany(static group => group.Graph.Stages).Max(static stage => stage.Name.Length);
        foreach (var group in groups)
        {
            var duration = group.Duration is { } total ? $" in {Format(total)}" : "";
            WriteLine($"{group.Title}{duration}");
            foreach (var (stage, timing) in Measured(group))
            {
                var runs =
                    timing.Runs == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"  ({timing.Runs:N0} runs)");
                WriteLine($"  {stage.PadRight(width)} {Format(timing.Total), 11}{runs}");
            }
        }
    }

    /// <summary>The stages that measured themselves, in the order in which the entry points run them.</summary>
    private static IEnumerable<(string Stage, StageTiming Timing)> Measured(TimingGroup group) =>
        group
            .Graph.EntryPoints.SelectMany(static entryPoint => entryPoint.Order)
            .Distinct(StringComparer.Ordinal)
            .Select(stage => (stage, timing: group.Timings.Find(stage)))
            .Where(static pair => pair.timing is not null)
            .Select(static pair => (pair.stage, pair.timing!));

    private static string Format(TimeSpan duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:N1} ms");

    private void WriteLine(string text) => console.Write(new Text(text + Environment.NewLine, FaintStyle));
}
