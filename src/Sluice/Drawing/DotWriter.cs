using System.Globalization;
using System.Text;

namespace Sluice.Drawing;

/// <summary>Writes a drawing in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html).</summary>
internal sealed class DotWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes the drawing.</summary>
    public static string Write(GraphDrawing drawing)
    {
        var writer = new DotWriter();
        writer.WriteDrawing(drawing);
        return writer._text.ToString();
    }

    private void WriteDrawing(GraphDrawing drawing)
    {
        Line(0, $"digraph {Quote(drawing.Title)} {{");
        Line(1, $"graph [rankdir=LR, labelloc=t, label={Quote(drawing.Title)}, fontname=\"sans-serif\"];");
        Line(1, $"node [fontname=\"sans-serif\"];");
        Line(1, $"edge [fontname=\"sans-serif\", fontsize=10];");
        foreach (var cluster in drawing.Clusters)
        {
            // Graphviz draws a box around a subgraph only if its name starts with "cluster".
            Line(1, $"subgraph cluster{cluster.Id} {{");
            Line(2, $"label={Quote(cluster.Name)};");
            foreach (var node in cluster.NodesOutsideLoops)
            {
                WriteNode(2, node, isUsed: true);
            }

            foreach (var loop in cluster.Loops)
            {
                WriteLoop(2, loop);
            }

            foreach (var edge in cluster.Edges)
            {
                WriteEdge(edge);
            }

            Line(1, $"}}");
        }

        foreach (var node in drawing.Unused)
        {
            WriteNode(1, node, isUsed: false);
        }

        Line(0, $"}}");
    }

    private void WriteLoop(int depth, DrawnLoop loop)
    {
        Line(depth, $"subgraph cluster{loop.Id} {{");
        Line(depth + 1, $"label={Quote(loop.Label)};");
        Line(depth + 1, $"style=dotted;");
        foreach (var node in loop.Nodes)
        {
            WriteNode(depth + 1, node, isUsed: true);
        }

        foreach (var inner in loop.Loops)
        {
            WriteLoop(depth + 1, inner);
        }

        Line(depth, $"}}");
    }

    private void WriteNode(int depth, DrawnNode node, bool isUsed)
    {
        var shape = node.Kind switch
        {
            DrawnNodeKind.Input => "parallelogram",
            DrawnNodeKind.Effect => "hexagon",
            DrawnNodeKind.Output => "ellipse",
            _ => "box",
        };
        var style = node.Execution == DrawnExecution.Synchronous ? "solid" : "rounded";
        var line = node.Execution == DrawnExecution.Offloaded ? ", peripheries=2" : "";
        var label = $"\"{string.Join("\\n", node.Lines.Select(Escape))}\"";
        var colour = isUsed ? "" : ", color=gray, fontcolor=gray";
        Line(depth, $"n{node.Id} [shape={shape}, style={style}{line}{colour}, label={label}];");
    }

    private void WriteEdge(DrawnEdge edge)
    {
        var attributes = new List<string>();
        if (edge.Label is not null)
        {
            attributes.Add($"label={Quote(edge.Label)}");
        }

        if (!edge.CarriesValue)
        {
            attributes.Add("style=dashed");
        }

        var list = attributes.Count == 0 ? "" : $" [{string.Join(", ", attributes)}]";
        Line(2, $"n{edge.From} -> n{edge.To}{list};");
    }

    private void Line(int depth, FormattableString line) =>
        _text.Append(' ', depth * 2).Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Quote(string value) => $"\"{Escape(value)}\"";

    /// <summary>
    /// Escapes a text for a quoted string, in which a backslash starts an escape sequence (<c>\N</c> is the name of the
    /// node) and an ampersand starts an HTML entity.
    /// </summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '&' => escaped.Append("&amp;"),
                _ when Rune.IsControl(rune) => escaped.Append(' '),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
