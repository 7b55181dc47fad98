using Sluice.Compiler.Lower;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>
/// A method of a run object that switches over its stages. It is cut into one method for each segment if there are many stages.
/// </summary>
/// <param name="ReturnType"><c>void</c>, or <c>bool</c> with a return statement in each case.</param>
/// <param name="Name">The name. Those of the segments are numbered.</param>
internal sealed record SegmentedMethod(string ReturnType, string Name)
{
    /// <summary>The type of the ready set, which is a second parameter, or <see langword="null"/> if the method has none.</summary>
    public string? ReadySet { get; init; }

    /// <summary>
    /// The statement that records the failure of a stage, if an exception counts as its end, or <see langword="null"/>.
    /// </summary>
    public string? Failure { get; init; }

    /// <summary>The statement for a stage that has no case, or <see langword="null"/> if each has one.</summary>
    public string? Default { get; init; }

    private bool IsVoid => ReturnType == "void";

    private string Parameters => ReadySet is null ? "int stage" : $"int stage, ref {ReadySet} ready";

    private string Arguments => ReadySet is null ? "stage" : "stage, ref ready";

    /// <summary>Prints the method.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="emission">The entry point.</param>
    /// <param name="hasCase">Whether a stage has a case.</param>
    /// <param name="writeCase">Prints the statements of a case.</param>
    public void Write(
        SourceWriter writer,
        EntryPointEmission emission,
        Func<LoweredStage, bool> hasCase,
        Action<LoweredStage> writeCase
    )
    {
        var segments = RunShape.Cut(emission.Stages);
        if (segments.Count > 1)
        {
            WriteDispatch(writer, segments.Count);
        }

        for (var segment = 0; segment < segments.Count; segment++)
        {
            var number = "";
            if (segments.Count > 1)
            {
                writer.Line();
                number = segment.ToString(CultureInfo.InvariantCulture);
            }

            WriteSegment(writer, number, [.. segments[segment].Where(hasCase)], writeCase);
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

    private void WriteSegment(
        SourceWriter writer,
        string number,
        IReadOnlyList<LoweredStage> stages,
        Action<LoweredStage> writeCase
    )
    {
        using (writer.Block($"private {ReturnType} {Name}{number}({Parameters})"))
        {
            if (Failure is null)
            {
                WriteSwitch(writer, stages, writeCase);
                return;
            }

            using (writer.Block("try"))
            {
                WriteSwitch(writer, stages, writeCase);
            }

            WriteFailure(writer, Failure);
        }
    }

    /// <summary>Prints the clause that makes an exception the end of a stage.</summary>
    public static void WriteFailure(SourceWriter writer, string failure)
    {
        using (writer.Block($"catch ({Known.Exception} exception)"))
        {
            writer.Line(failure);
            writer.Line("return true;");
        }
    }

    private void WriteSwitch(SourceWriter writer, IReadOnlyList<LoweredStage> stages, Action<LoweredStage> writeCase)
    {
        using (writer.Block("switch (stage)"))
        {
            foreach (var stage in stages)
            {
                writer.Line($"case {stage.Place}: // {CommentText.Of(stage.Name)}");
                using (writer.Indent())
                {
                    writeCase(stage);
                }
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
