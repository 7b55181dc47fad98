using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>Writes how the stages of a concurrent run start, how they end, and what ends with them.</summary>
internal static class ConcurrentStages
{
    /// <summary>Writes the methods.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        writer.Line("// True where the stage has ended.");
        new SegmentedMethod("bool", "Start", ReadySet: null, CatchesFailures: true).Write(
            writer,
            emission.Plan,
            place => WriteStart(writer, emission, place)
        );
        writer.Line();
        writer.Line(
            "// Adds what waited for nothing but a stage that has settled, and ends the run with the last one."
        );
        new SegmentedMethod(
            "void",
            "Release",
            ConcurrentRunClass.ReadySetType(emission.Plan),
            CatchesFailures: false
        ).Write(writer, emission.Plan, place => WriteRelease(writer, emission, place));
        if (Enumerable.Range(0, emission.Plan.Stages.Count).Any(place => NeedsResume(emission, place)))
        {
            writer.Line();
            writer.Line("// Takes the result of a stage that was under way.");
            new SegmentedMethod("void", "TakeResult", ReadySet: null, CatchesFailures: false).Write(
                writer,
                emission.Plan,
                place => WriteTakeResult(writer, emission, place)
            );
        }

        for (var place = 0; place < emission.Plan.Stages.Count; place++)
        {
            if (emission.StageAt(place).IsOffloaded)
            {
                WriteOffloaded(writer, emission, place);
            }

            if (IsAwaited(emission, place))
            {
                WriteEnded(writer, emission, place);
            }
        }
    }

    /// <summary>
    /// Whether the end of an awaited stage is more than to take its result and to see whether one other stage is ready.
    /// </summary>
    public static bool NeedsResume(EntryPointEmission emission, int place) =>
        IsAwaited(emission, place) && emission.Plan.Stages[place].Releases.Count != 1;

    /// <summary>Whether the stage gives back a task.</summary>
    public static bool IsAwaited(EntryPointEmission emission, int place) =>
        emission.StageAt(place).Return != ReturnShape.Synchronous;

    /// <summary>The statement that resumes the run when the stage has ended.</summary>
    public static string Await(EntryPointEmission emission, int place)
    {
        var ended = emission.FieldAt(place, "Ended");
        return $"{emission.FieldAt(place, "Awaiter")}.UnsafeOnCompleted({ended} ??= {emission.NameAt(place)}Ended);";
    }

    private static void WriteStart(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.StageAt(place);
        writer.Line($"case {place}: // {CommentText.Of(stage.Name)}");
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
            else
            {
                WriteCall(writer, emission, place);
            }
        }
    }

    // The call, up to "return true" where the stage has ended and "return false" where it is under way.
    private static void WriteCall(SourceWriter writer, EntryPointEmission emission, int place)
    {
        if (!IsAwaited(emission, place))
        {
            var call = StageCall.Direct(emission, emission.Fields, place);
            writer.Line(emission.StageAt(place).IsEffect ? $"{call};" : $"{emission.Fields.Value(place)} = {call};");
            writer.Line("return true;");
            return;
        }

        var awaiter = emission.FieldAt(place, "Awaiter");
        writer.Line(
            $"{awaiter} = {StageCall.AsValueTask(emission, emission.Fields, place)}.ConfigureAwait(false).GetAwaiter();"
        );
        using (writer.Block($"if ({awaiter}.IsCompleted)"))
        {
            writer.Line(Result(emission, place));
            writer.Line("return true;");
        }

        writer.Line();
        writer.Line(Await(emission, place));
        writer.Line("return false;");
    }

    // What the stage's task calls when it is done.
    private static void WriteEnded(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var name = emission.NameAt(place);
        writer.Line();
        if (NeedsResume(emission, place))
        {
            writer.Line($"private void {name}Ended() => Resume({place}, {emission.FieldAt(place, "Ended")}!);");
            return;
        }

        using (writer.Block($"private void {name}Ended()"))
        {
            using (writer.Block("try"))
            {
                writer.Line(Result(emission, place));
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                writer.Line("Fail(exception);");
            }

            writer.Line();
            WriteReleaseOne(writer, emission, emission.Plan.Stages[place].Releases[0], "StartReady");
        }
    }

    private static void WriteReleaseOne(SourceWriter writer, EntryPointEmission emission, int successor, string start)
    {
        var then = $"{start}({successor});";
        if (emission.Plan.Stages[successor].IsJoin)
        {
            WriteCountDown(writer, emission.FieldAt(successor, "Waiting"), then);
        }
        else
        {
            writer.Line(then);
        }
    }

    private static void WriteTakeResult(SourceWriter writer, EntryPointEmission emission, int place)
    {
        if (!NeedsResume(emission, place))
        {
            return;
        }

        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
        using (writer.Indent())
        {
            writer.Line(Result(emission, place));
            writer.Line("break;");
        }
    }

    private static void WriteRelease(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var stage = emission.Plan.Stages[place];
        writer.Line($"case {place}: // {CommentText.Of(emission.StageAt(place).Name)}");
        using (writer.Indent())
        {
            foreach (var successor in stage.Releases)
            {
                WriteReleaseOne(writer, emission, successor, "ready.Add");
            }

            if (stage.IsEnd && emission.Plan.Ends > 1)
            {
                WriteCountDown(writer, "_openEnds", "Finish();");
            }
            else if (stage.IsEnd)
            {
                writer.Line("Finish();");
            }

            writer.Line("break;");
        }
    }

    private static void WriteCountDown(SourceWriter writer, string count, string then)
    {
        using (writer.Block($"if ({Known.Interlocked}.Decrement(ref {count}) == 0)"))
        {
            writer.Line(then);
        }

        writer.Line();
    }

    private static void WriteOffloaded(SourceWriter writer, EntryPointEmission emission, int place)
    {
        var name = emission.NameAt(place);
        writer.Line();
        using (writer.Block($"private void Start{name}()"))
        {
            using (writer.Block($"if (!TryEnter({emission.FieldAt(place, "Start")}!.Start, out var previous))"))
            {
                writer.Line("return;");
            }

            writer.Line();
            writer.Line(ConcurrentRunClass.EmptyReadySet(emission.Plan));
            using (writer.Block($"if (!MayStart() || {name}Starts())"))
            {
                writer.Line($"Release({place}, ref ready);");
                writer.Line("Drain(ref ready);");
            }

            writer.Line();
            writer.Line("Leave(previous);");
        }

        writer.Line();
        writer.Line("// True where the stage has ended.");
        using (writer.Block($"private bool {name}Starts()"))
        {
            using (writer.Block("try"))
            {
                WriteCall(writer, emission, place);
            }

            SegmentedMethod.WriteFailure(writer);
        }
    }

    private static string Result(EntryPointEmission emission, int place)
    {
        var result = $"{emission.FieldAt(place, "Awaiter")}.GetResult();";
        return emission.StageAt(place).IsEffect ? result : $"{emission.Fields.Value(place)} = {result}";
    }
}
