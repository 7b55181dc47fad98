using System.Globalization;
using System.Text;

namespace Sluice.Drawing;

/// <summary>Writes an entry point as plain text: one line per stage, with its dependencies.</summary>
internal static class EntryPointText
{
    /// <summary>Writes the entry point, without a line break after the last line.</summary>
    public static string Write(GraphEntryPoint entryPoint)
    {
        var text = new StringBuilder();
        text.Append(entryPoint.Name).Append(" (").Append(Describe(entryPoint.Lowering)).Append(')');
        var width = entryPoint.Order.Append("").Max(static name => name.Length);
        for (var index = 0; index < entryPoint.Order.Count; index++)
        {
            var stage = entryPoint.Order[index];
            var dependencies = entryPoint
                .Edges.Where(edge => string.Equals(edge.To, stage, StringComparison.Ordinal))
                .Where(static edge => !edge.IsCondition)
                .Select(static edge =>
                    edge.Parameter is null ? $"after {edge.From}"
                    : edge.IsCarried ? $"carried by {edge.From}"
                    : edge.From
                )
                .Distinct(StringComparer.Ordinal)
                .ToList();
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"{index + 1, 4}. ");
            _ =
                dependencies.Count == 0
                    ? text.Append(stage)
                    : text.Append(stage.PadRight(width)).Append(" <- ").AppendJoin(", ", dependencies);
            if (entryPoint.ConditionAt(index) is { } condition)
            {
                text.Append(" when ").Append(condition);
            }
        }

        foreach (var loop in entryPoint.Loops)
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n      loop of {loop.Decision}, at most {loop.MaxRounds} rounds: "
                )
                .AppendJoin(", ", loop.Body);
        }

        if (entryPoint.Outputs.Count > 0)
        {
            text.Append("\n   => ").AppendJoin(", ", entryPoint.Outputs);
        }

        return text.ToString();
    }

    private static string Describe(Lowering lowering) =>
        lowering switch
        {
            Lowering.StraightLine => "straight line",
            Lowering.Sequential => "sequential",
            _ => "concurrent",
        };
}
