using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>
/// A method of a run object that switches over its stages, cut into one method for each segment where the plan is segmented.
/// </summary>
/// <param name="ReturnType">What it returns: <c>void</c>, or <c>bool</c> with a return statement in each case.</param>
/// <param name="Name">Its name; those of the segments are numbered.</param>
/// <param name="ReadySet">The type of the ready set that it takes beside the stage, or <see langword="null"/>.</param>
/// <param name="Failure">
/// The statement that says that a stage failed, where an exception counts as its end, or <see langword="null"/>.
/// </param>
internal sealed record SegmentedMethod(string ReturnType, string Name, string? ReadySet, string? Failure)
{
    /// <summary>The statement for a stage that has no case, or <see langword="null"/> where each has one.</summary>
    public string? Default { get; init; }

    private bool IsVoid => ReturnType == "void";

    private string Parameters => ReadySet is null ? "int stage" : $"int stage, ref {ReadySet} ready";

    private string Arguments => ReadySet is null ? "stage" : "stage, ref ready";

    /// <summary>Writes the method, with a case for each stage.</summary>
    public void Write(SourceWriter writer, ExecutionPlan plan, Action<int> writeCase)
    {
        var segments = Segmentation.Of([.. Enumerable.Range(0, plan.Stages.Count)]);
        if (segments.Count == 1)
        {
            WriteSegment(writer, "", segments[0], writeCase);
            return;
        }

        WriteDispatch(writer, segments.Count);
        for (var segment = 0; segment < segments.Count; segment++)
        {
            writer.Line();
            WriteSegment(writer, segment.ToString(CultureInfo.InvariantCulture), segments[segment], writeCase);
        }
    }

    private void WriteDispatch(SourceWriter writer, int segments)
    {
        using (writer.Block($"private {ReturnType} {Name}({Parameters})"))
        {
            using (writer.Block($"switch (stage / {ExecutionPlan.StagesPerSegment})"))
            {
                for (var segment = 0; segment < segments; segment++)
                {
                    writer.Line(segment < segments - 1 ? $"case {segment}:" : "default:");
                    using (writer.Indent())
                    {
                        writer.Line($"{(IsVoid ? "" : "return ")}{Name}{segment}({Arguments});");
                        if (IsVoid)
                        {
                            writer.Line("break;");
                        }
                    }
                }
            }
        }
    }

    private void WriteSegment(SourceWriter writer, string number, IReadOnlyList<int> places, Action<int> writeCase)
    {
        using (writer.Block($"private {ReturnType} {Name}{number}({Parameters})"))
        {
            if (Failure is null)
            {
                WriteSwitch(writer, places, writeCase);
                return;
            }

            using (writer.Block("try"))
            {
                WriteSwitch(writer, places, writeCase);
            }

            WriteFailure(writer, Failure);
        }
    }

    /// <summary>Writes what makes an exception the end of a stage.</summary>
    public static void WriteFailure(SourceWriter writer, string failure)
    {
        using (writer.Block($"catch ({Known.Exception} exception)"))
        {
            writer.Line(failure);
            writer.Line("return true;");
        }
    }

    private void WriteSwitch(SourceWriter writer, IReadOnlyList<int> places, Action<int> writeCase)
    {
        using (writer.Block("switch (stage)"))
        {
            foreach (var place in places)
            {
                writeCase(place);
            }

            writer.Line("default:");
            using (writer.Indent())
            {
                writer.Line(
                    Default ?? (IsVoid ? "break;" : "throw new global::System.Diagnostics.UnreachableException();")
                );
            }
        }
    }
}
