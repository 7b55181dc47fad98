using Sluice.Drawing;

namespace Sluice;

/// <summary>The graph of a pipeline as data: its stages and, for each entry point, what runs, in which order and how.</summary>
/// <param name="Pipeline">The pipeline's name, with its namespace and containing types.</param>
/// <param name="Stages">Every stage of the pipeline, in order of declaration, whether an entry point uses it or not.</param>
/// <param name="EntryPoints">The entry points, in order of declaration.</param>
public sealed partial record PipelineGraph(
    string Pipeline,
    IReadOnlyList<GraphStage> Stages,
    IReadOnlyList<GraphEntryPoint> EntryPoints
)
{
    /// <summary>Draws the pipeline for Graphviz: <c>dot -Tsvg</c> turns what this returns into a picture.</summary>
    /// <remarks>
    /// Each entry point is a cluster. Inputs are parallelograms, stages boxes, effects hexagons; an asynchronous stage has round
    /// corners, an offloaded one a double border too, and its policies are named below it. A dashed edge orders without data. A stage
    /// that no entry point runs is grey.
    /// </remarks>
    /// <returns>A <c>digraph</c> in the DOT language, with <c>\n</c> at the end of each line. Equal graphs give equal texts.</returns>
    public string ToDot() => DotWriter.Write(GraphDrawing.Of(this));

    /// <summary>Draws one entry point for Graphviz, as <see cref="ToDot()"/> draws all of them.</summary>
    /// <param name="entryPoint">One of <see cref="EntryPoints"/>.</param>
    /// <returns>A <c>digraph</c> in the DOT language.</returns>
    /// <exception cref="ArgumentException">The entry point is one of another pipeline.</exception>
    public string ToDot(GraphEntryPoint entryPoint)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        return DotWriter.Write(GraphDrawing.Of(this, entryPoint));
    }

    /// <summary>Draws the pipeline for Mermaid, which many Markdown viewers show as a picture.</summary>
    /// <remarks>
    /// Each entry point is a subgraph. Inputs are parallelograms, stages rectangles, effects hexagons; an asynchronous stage has
    /// round corners and a thicker border, an offloaded one double sides and a thicker border still; its policies are named below it.
    /// A dotted edge orders without data. A stage that no entry point runs is pale.
    /// </remarks>
    /// <returns>A <c>flowchart</c>, with <c>\n</c> at the end of each line. Equal graphs give equal texts.</returns>
    public string ToMermaid() => MermaidWriter.Write(GraphDrawing.Of(this));

    /// <summary>Draws one entry point for Mermaid, as <see cref="ToMermaid()"/> draws all of them.</summary>
    /// <param name="entryPoint">One of <see cref="EntryPoints"/>.</param>
    /// <returns>A <c>flowchart</c>.</returns>
    /// <exception cref="ArgumentException">The entry point is one of another pipeline.</exception>
    public string ToMermaid(GraphEntryPoint entryPoint)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        return MermaidWriter.Write(GraphDrawing.Of(this, entryPoint));
    }

    /// <summary>Draws the pipeline in plain text: its name, then each entry point as its own <c>ToString</c> draws it.</summary>
    public override string ToString() =>
        string.Join('\n', EntryPoints.Select(static e => e.ToString()).Prepend(Pipeline));
}
