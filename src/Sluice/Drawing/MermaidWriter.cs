using System.Globalization;
using System.Text;

namespace Sluice.Drawing;

/// <summary>Writes a drawing as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html).</summary>
internal sealed class MermaidWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes the drawing.</summary>
    public static string Write(GraphDrawing drawing)
    {
        var writer = new MermaidWriter();
        writer.WriteDrawing(drawing);
        return writer._text.ToString();
    }

    private void WriteDrawing(GraphDrawing drawing)
    {
        Line(0, $"---");
        Line(0, $"title: {QuoteForYaml(drawing.Title)}");
        Line(0, $"---");
        Line(0, $"flowchart LR");
        foreach (var cluster in drawing.Clusters)
        {
            Line(1, $"subgraph e{cluster.Id}[\"{Escape(cluster.Name)}\"]");
            foreach (var node in cluster.NodesOutsideLoops)
            {
                WriteNode(2, node);
            }

            foreach (var loop in cluster.Loops)
            {
                WriteLoop(2, loop);
            }

            foreach (var edge in cluster.Edges)
            {
                WriteEdge(edge);
            }

            Line(1, $"end");
        }

        foreach (var node in drawing.Unused)
        {
            WriteNode(1, node);
        }

        WriteClasses(drawing);
    }

    private void WriteLoop(int depth, DrawnLoop loop)
    {
        Line(depth, $"subgraph l{loop.Id}[\"{Escape(loop.Label)}\"]");
        foreach (var node in loop.Nodes)
        {
            WriteNode(depth + 1, node);
        }

        foreach (var inner in loop.Loops)
        {
            WriteLoop(depth + 1, inner);
        }

        Line(depth, $"end");
    }

    private void WriteNode(int depth, DrawnNode node)
    {
        var (open, close) = (node.Kind, node.Execution) switch
        {
            (DrawnNodeKind.Input, _) => ("[/", "/]"),
            (DrawnNodeKind.Output, _) => ("([", "])"),
            (DrawnNodeKind.Effect, _) => ("{{", "}}"),
            (_, DrawnExecution.Offloaded) => ("[[", "]]"),
            (_, DrawnExecution.Asynchronous) => ("(", ")"),
            _ => ("[", "]"),
        };
        Line(depth, $"n{node.Id}{open}\"{string.Join("<br/>", node.Lines.Select(Escape))}\"{close}");
    }

    private void WriteEdge(DrawnEdge edge)
    {
        var arrow = edge.CarriesValue ? "-->" : "-.->";
        var label = edge.Label is null ? "" : $"|\"{Escape(edge.Label)}\"|";
        Line(2, $"n{edge.From} {arrow}{label} n{edge.To}");
    }

    /// <summary>
    /// Writes the border styles. They indicate the execution, because an effect has the same shape however it runs.
    /// </summary>
    private void WriteClasses(GraphDrawing drawing)
    {
        var nodes = drawing.Clusters.SelectMany(static cluster => cluster.Nodes).Concat(drawing.Unused).ToList();
        WriteClass(
            "asynchronous",
            "stroke-width:2px",
            nodes.Where(static n => n.Execution == DrawnExecution.Asynchronous)
        );
        WriteClass("offloaded", "stroke-width:4px", nodes.Where(static n => n.Execution == DrawnExecution.Offloaded));
        WriteClass("unused", "opacity:0.5", drawing.Unused);
    }

    private void WriteClass(string name, string style, IEnumerable<DrawnNode> nodes)
    {
        var ids = string.Join(
            ',',
            nodes.Select(static node => string.Create(CultureInfo.InvariantCulture, $"n{node.Id}"))
        );
        if (ids.Length > 0)
        {
            Line(1, $"classDef {name} {style}");
            Line(1, $"class {ids} {name}");
        }
    }

    private void Line(int depth, FormattableString line) =>
        _text.Append(' ', depth * 2).Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>
    /// Escapes a text for a label. Every ASCII character that is not a letter, a digit or plainly harmless becomes a
    /// numeric entity, which Mermaid writes with a number sign. Quotation marks would end the label, backticks would
    /// make it Markdown, and a percent sign may start a directive.
    /// </summary>
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '_' or '.' or ',' or ' ' => escaped.Append((char)rune.Value),
                _ when Rune.IsControl(rune) => escaped.Append(' '),
                _ when rune.IsAscii && !Rune.IsLetterOrDigit(rune) => escaped.Append(
                    CultureInfo.InvariantCulture,
                    $"#{rune.Value};"
                ),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    private static string QuoteForYaml(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                _ when Rune.IsControl(rune) => quoted.Append(' '),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('"').ToString();
    }
}
