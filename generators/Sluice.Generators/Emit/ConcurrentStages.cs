using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes how the stages of a concurrent run start, how they end, and what ends with them.</summary>
internal static class ConcurrentStages
{
    /// <summary>Writes the methods.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        WriteSegmented(
            writer,
            emission,
            "// True where the stage has ended.",
            "bool",
            "Start",
            "int stage",
            "stage",
            place => WriteStart(writer, emission, place)
        );
        WriteSegmented(
            writer,
            emission,
            "// Takes the result of a stage that has ended, and adds what waited for nothing else.",
            "void",
            "Settle",
            $"int stage, ref {ConcurrentRunClass.ReadySetType(emission.Plan)} ready",
            "stage, ref ready",
            place => WriteSettle(writer, emission, place)
        );
        for (var place = 0; place < emission.Plan.Stages.Count; place++)
        {
            if (emission.StageAt(place).IsOffloaded)
            {
                WriteOffloaded(writer, emission, place);
            }

            if (IsAwaited(emission, place))
            {
                writer.Line();
                writer.Line(
                    $"private void {emission.NameAt(place)}Ended() => Resume({place}, {emission.FieldAt(place, "Ended")}!);"
                );
            }
        }
    }

    /// <summary>Whether the stage gives back a task.</summary>
    public static bool IsAwaited(EntryPointEmission emission, int place) =>
        emission.StageAt(place).Return != ReturnShape.Synchronous;

    /// <summary>The statement that resumes the run when the stage has ended.</summary>
    public static string Await(EntryPointEmission emission, int place)
    {
        var ended = emission.FieldAt(place, "Ended");
        return $"Await(ref {emission.FieldAt(place, "Awaiter")}, {ended} ??= {emission.NameAt(place)}Ended);";
    }

    private static void WriteSegmented(
        SourceWriter writer,
        EntryPointEmission emission,
        string comment,
        string type,
        string name,
        string parameters,
        string arguments,
        Action<int> writeCase
    )
    {
        writer.Line();
        writer.Line(comment);
        var segments = Segmentation.Of([.. Enumerable.Range(0, emission.Plan.Stages.Count)]);
        if (segments.Count > 1)
        {
            using (writer.Block($"private {type} {name}({parameters})"))
            {
                using (writer.Block($"switch (stage / {ExecutionPlan.StagesPerSegment})"))
                {
                    for (var segment = 0; segment < segments.Count; segment++)
                    {
                        writer.Line(segment < segments.Count - 1 ? $"case {segment}:" : "default:");
                        using (writer.Indent())
                        {
                            var call = $"{name}{segment}({arguments});";
                            writer.Line(type == "void" ? call : "return " + call);
                            if (type == "void")
                            {
                                writer.Line("break;");
                            }
                        }
                    }
                }
            }

            writer.Line();
        }

        for (var segment = 0; segment < segments.Count; segment++)
        {
            using (writer.Block($"private {type} {name}{(segments.Count == 1 ? "" : segment)}({parameters})"))
            {
                using (writer.Block("switch (stage)"))
                {
                    foreach (var place in segments[segment])
                    {
                        writeCase(place);
                    }

                    writer.Line("default:");
                    using (writer.Indent())
                    {
                        writer.Line(
                            type == "void" ? "break;" : "throw new global::System.Diagnostics.UnreachableException();"
                        );
                    }
                }
            }

            if (segment < segments.Count - 1)
            {
                writer.Line();
            }
        }
    }

    private static void WriteStart(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        writer.Line($"case {place}: // {stage.Name}");
        using (writer.Indent())
        {
            if (stage.IsOffloaded)
            {
                var start = emission.FieldAt(place, "Start");
                writer.Line(
                    $"Offload({start} ??= new {Known.Services}.OffloadedStage(Start{emission.NameAt(place)}));"
                );
                writer.Line("return false;");
            }
            else if (IsAwaited(emission, place))
            {
                WriteAwaitedCall(writer, emission, place);
                using (writer.Block($"if ({emission.FieldAt(place, "Awaiter")}.IsCompleted)"))
                {
                    writer.Line("return true;");
                }

                writer.Line();
                writer.Line(Await(emission, place));
                writer.Line("return false;");
            }
            else
            {
                WriteSynchronousCall(writer, emission, place);
                writer.Line("return true;");
            }
        }
    }

    private static void WriteSettle(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var released = emission.Plan.Stages[place].Releases;
        if (released.Count == 0 && !IsAwaited(emission, place))
        {
            return;
        }

        var stage = emission.StageAt(place);
        writer.Line($"case {place}: // {stage.Name}");
        using (writer.Indent())
        {
            if (IsAwaited(emission, place))
            {
                var result = $"{emission.FieldAt(place, "Awaiter")}.GetResult();";
                writer.Line(stage.IsEffect ? result : $"{emission.Fields.Value(place)} = {result}");
            }

            foreach (var successor in released)
            {
                if (emission.Plan.Stages[successor].IsJoin)
                {
                    var waiting = emission.FieldAt(successor, "Waiting");
                    using (writer.Block($"if ({Known.Interlocked}.Decrement(ref {waiting}) == 0)"))
                    {
                        writer.Line($"ready.Add({successor});");
                    }

                    writer.Line();
                }
                else
                {
                    writer.Line($"ready.Add({successor});");
                }
            }

            writer.Line("break;");
        }
    }

    private static void WriteOffloaded(SourceWriter writer, EntryPointEmission emission, int place)
    {
        writer.Line();
        using (writer.Block($"private void Start{emission.NameAt(place)}()"))
        {
            writer.Line("var previous = Enter();");
            writer.Line(ConcurrentRunClass.EmptyReadySet(emission.Plan));
            using (writer.Block("if (MayStart())"))
            {
                using (writer.Block("try"))
                {
                    WriteOffloadedCall(writer, emission, place);
                }

                using (writer.Block($"catch ({Known.Exception} exception)"))
                {
                    writer.Line("Fail(exception);");
                }

                writer.Line();
                writer.Line("Drain(ref ready);");
            }

            writer.Line();
            writer.Line("Leave(previous);");
            writer.Line("Exit();");
        }
    }

    private static void WriteOffloadedCall(SourceWriter writer, EntryPointEmission emission, int place)
    {
        if (!IsAwaited(emission, place))
        {
            WriteSynchronousCall(writer, emission, place);
            writer.Line($"Settle({place}, ref ready);");
            return;
        }

        WriteAwaitedCall(writer, emission, place);
        using (writer.Block($"if ({emission.FieldAt(place, "Awaiter")}.IsCompleted)"))
        {
            writer.Line($"Settle({place}, ref ready);");
        }

        using (writer.Block("else"))
        {
            writer.Line(Await(emission, place));
        }
    }

    private static void WriteSynchronousCall(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var call = StageCall.Direct(emission, emission.Fields, place);
        writer.Line(emission.StageAt(place).IsEffect ? $"{call};" : $"{emission.Fields.Value(place)} = {call};");
    }

    private static void WriteAwaitedCall(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var call = StageCall.AsValueTask(emission, emission.Fields, place);
        writer.Line($"{emission.FieldAt(place, "Awaiter")} = {call}.ConfigureAwait(false).GetAwaiter();");
    }
}
