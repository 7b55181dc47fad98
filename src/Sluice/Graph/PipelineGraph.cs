using Sluice.Drawing;

namespace Sluice;

/// <summary>
/// Describes the graph of a pipeline: its stages and, for each entry point, the stages that run, their order and their
/// lowering.
/// </summary>
/// <param name="Pipeline">The name of the pipeline, with its namespace and containing types.</param>
/// <param name="Stages">
/// All stages of the pipeline in order of declaration, including those that no entry point runs.
/// </param>
/// <param name="EntryPoints">The entry points in order of declaration.</param>
public sealed partial record PipelineGraph(
    string Pipeline,
    IReadOnlyList<GraphStage> Stages,
    IReadOnlyList<GraphEntryPoint> EntryPoints
)
{
    /// <summary>
    /// Draws the pipeline in the DOT language of Graphviz. The command <c>dot -Tsvg</c> converts the text to an image.
    /// </summary>
    /// <remarks>
    /// Each entry point is a cluster. Inputs are parallelograms, stages are boxes, and effects are hexagons. An
    /// asynchronous stage has round corners, and an offloaded stage also has a double border. Policies are listed below
    /// the name of the stage. A dashed edge orders stages without a value. A dotted box encloses the stages of a loop, and
    /// an edge that begins with <c>again</c> leads back from its decision. A stage that no entry point runs is gray.
    /// </remarks>
    /// <returns>
    /// A <c>digraph</c> in the DOT language. Lines end with <c>\n</c>. Equal graphs have equal texts.
    /// </returns>
    public string ToDot() => DotWriter.Write(GraphDrawing.Of(this));

    /// <summary>
    /// Draws one entry point in the DOT language of Graphviz, in the same style as <see cref="ToDot()"/>.
    /// </summary>
    /// <param name="entryPoint">The entry point to draw, from <see cref="EntryPoints"/>.</param>
    /// <returns>A <c>digraph</c> in the DOT language. Lines end with <c>\n</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entryPoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="entryPoint"/> refers to a stage that this pipeline does not have.
    /// </exception>
    public string ToDot(GraphEntryPoint entryPoint)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        return DotWriter.Write(GraphDrawing.Of(this, entryPoint));
    }

    /// <summary>Draws the pipeline as a Mermaid flowchart, which many Markdown viewers render as an image.</summary>
    /// <remarks>
    /// Each entry point is a subgraph. Inputs are parallelograms, stages are rectangles, and effects are hexagons. An
    /// asynchronous stage has round corners and a thicker border. An offloaded stage has double sides and an even
    /// thicker border. Policies are listed below the name of the stage. A dotted edge orders stages without a value. A
    /// subgraph encloses the stages of a loop, and an edge that begins with <c>again</c> leads back from its decision. A
    /// stage that no entry point runs is pale.
    /// </remarks>
    /// <returns>A Mermaid <c>flowchart</c>. Lines end with <c>\n</c>. Equal graphs have equal texts.</returns>
    public string ToMermaid() => MermaidWriter.Write(GraphDrawing.Of(this));

    /// <summary>Draws one entry point as a Mermaid flowchart, in the same style as <see cref="ToMermaid()"/>.</summary>
    /// <param name="entryPoint">The entry point to draw, from <see cref="EntryPoints"/>.</param>
    /// <returns>A Mermaid <c>flowchart</c>. Lines end with <c>\n</c>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entryPoint"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="entryPoint"/> refers to a stage that this pipeline does not have.
    /// </exception>
    public string ToMermaid(GraphEntryPoint entryPoint)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        return MermaidWriter.Write(GraphDrawing.Of(this, entryPoint));
    }

    /// <summary>Draws the pipeline as plain text: its name, followed by the text of each entry point.</summary>
    /// <returns>The text. Lines are separated by <c>\n</c>.</returns>
    public override string ToString() =>
        string.Join('\n', EntryPoints.Select(static e => e.ToString()).Prepend(Pipeline));
}
