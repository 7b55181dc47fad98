using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints how a concurrent run decides which stages run, starts them, and ends those that were under way.</summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
internal sealed class ConcurrentStages(SourceWriter writer, EntryPointEmission emission)
{
    private readonly StepPrinter _steps = new(writer, emission, emission.Fields);

    /// <summary>Prints the methods.</summary>
    public void Write()
    {
        WriteSkips();
        WriteStarts();
        new ConcurrentReleases(writer, emission).Write();
        WriteTakenResults();
        WriteEnds();
        MergeReadiness.WriteMethods(writer, emission);
        ConcurrentGuards.WriteMethod(writer, emission);
        ConcurrentFailures.Write(writer, emission);
        foreach (var stage in emission.Stages)
        {
            if (stage.Call.IsOffloaded)
            {
                WriteOffloaded(stage);
            }

            if (stage.Call.IsAwaited)
            {
                WriteEnded(stage);
            }
        }
    }

    /// <summary>The statement that resumes the run when a stage has ended.</summary>
    public static string Await(EntryPointEmission emission, LoweredStage stage) =>
        $"{emission.TaskField(stage)}.Wait({emission.Field(stage.Place, SlotKind.Ended)} ??= {emission.Member(stage.Place, NameForm.EndMethod)})";

    private void WriteSkips()
    {
        if (!emission.Run.MaySkip)
        {
            return;
        }

        writer.Line();
        writer.Line("// Decides whether a stage runs. Where it does not, it has settled.");
        new SegmentedMethod("bool", "Skips") { Default = "return false;" }.Write(
            writer,
            emission,
            stage => stage.Skip is not null,
            stage => writer.Line($"return {DecideWhenReady(stage)};")
        );
    }

    // The code that makes a stage ready has already told the observer.
    private string DecideWhenReady(LoweredStage stage) => _steps.Decide(stage, tellsReady: false)!;

    private void WriteStarts()
    {
        writer.Line();
        writer.Line("// True where the stage has ended.");
        new SegmentedMethod("bool", "Start") { Failure = ConcurrentFailures.Fail(emission, "stage") }.Write(
            writer,
            emission,
            _ => true,
            stage =>
            {
                if (!stage.Call.IsOffloaded)
                {
                    WriteCall(stage);
                    return;
                }

                var start = emission.Field(stage.Place, SlotKind.Start);
                writer.Line(
                    $"Offload({start} ??= new {Known.Services}.OffloadedStage({emission.Member(stage.Place, NameForm.StartMethod)}));"
                );
                writer.Line("return false;");
            }
        );
    }

    // Writes the call. The emitted code returns true if the stage has ended, and false if it is under way.
    private void WriteCall(LoweredStage stage)
    {
        if (!stage.Call.IsAwaited)
        {
            _steps.Run(stage);
            writer.Line("return true;");
            return;
        }

        var task = emission.TaskField(stage);
        if (stage.Steps.Ending.Count == 1 && (stage.IsEffect || stage.KeepsOutputInTask))
        {
            _steps.Start(stage, call => $"return {task}.Start({call}) || {Await(emission, stage)};");
            return;
        }

        _steps.Begin(stage);
        using (writer.Block($"if (!{task}.IsCompleted)"))
        {
            writer.Line($"return {Await(emission, stage)};");
        }

        writer.Line();
        _steps.EndTask(stage);
        writer.Line("return true;");
    }

    private void WriteTakenResults()
    {
        if (!emission.Stages.Any(stage => stage.Call.IsAwaited))
        {
            return;
        }

        writer.Line();
        writer.Line("// Takes the result of a stage that was under way.");
        new SegmentedMethod("void", "TakeResult").Write(
            writer,
            emission,
            stage => stage.Call.IsAwaited,
            stage =>
            {
                _steps.EndTask(stage);
                writer.Line("break;");
            }
        );
    }

    // The method that the stage's task calls when it is done.
    private void WriteEnded(LoweredStage stage)
    {
        var arguments =
            stage.ResumesRun ? $"Resume({stage.Place}, {emission.Field(stage.Place, SlotKind.Ended)}!)"
            : Successor(stage) is { IsJoin: true } join
                ? $"End({stage.Place}, {join.Place}, ref {emission.Field(join.Place, SlotKind.Waiting)})"
            : $"End({stage.Place}, {Successor(stage).Place})";
        writer.Line();
        writer.Line($"private void {emission.Member(stage.Place, NameForm.EndMethod)}() => {arguments};");
    }

    private LoweredStage Successor(LoweredStage stage) => emission.At(((ReleaseStage)stage.Releases[0]).Stage);

    // Writes the methods that end a stage with only one successor. The thread need not enter the run unless the successor is ready.
    private void WriteEnds()
    {
        var ended = emission.Stages.Where(stage => stage.Call.IsAwaited && !stage.ResumesRun).ToArray();
        if (ended.Any(stage => Successor(stage).IsJoin))
        {
            writer.Line();
            writer.Line("// Ends a stage that was under way, and starts the next if that waits for nothing else.");
            WriteEnd(
                ", ref int waiting",
                () =>
                {
                    using (writer.Block($"if ({Known.Interlocked}.Decrement(ref waiting) == 0)"))
                    {
                        WriteStartReady();
                    }
                }
            );
        }

        if (ended.Any(stage => !Successor(stage).IsJoin))
        {
            writer.Line();
            writer.Line("// Ends a stage that was under way, and starts the next.");
            WriteEnd("", WriteStartReady);
        }
    }

    private void WriteEnd(string parameter, Action writeNext)
    {
        using (writer.Block($"private void End(int stage, int next{parameter})"))
        {
            if (emission.Run.IsObserved)
            {
                writer.Line("// Who has completed the stage keeps its execution context, whatever observers do to it.");
                writer.Line($"{writer.Var(Known.ExecutionContext + "?")} previous = _events.KeepContext();");
            }

            using (writer.Block("try"))
            {
                writer.Line("TakeResult(stage);");
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                writer.Line(ConcurrentFailures.Fail(emission, "stage"));
            }

            writer.Line();
            if (emission.Run.IsObserved)
            {
                writer.Line("_events.RestoreContext(previous);");
            }

            writeNext();
        }
    }

    private void WriteStartReady()
    {
        if (emission.Run.IsObserved)
        {
            writer.Line($"_events.Ready({emission.ReportName}.IndexOf(next));");
        }

        writer.Line("StartReady(next);");
    }

    private void WriteOffloaded(LoweredStage stage)
    {
        var call = emission.Member(stage.Place, NameForm.CallMethod);
        writer.Line();
        using (writer.Block($"private void {emission.Member(stage.Place, NameForm.StartMethod)}()"))
        {
            using (
                writer.Block(
                    $"if (!TryEnter({emission.Field(stage.Place, SlotKind.Start)}!.Start, out {writer.Var(Known.ExecutionContext + "?")} previous))"
                )
            )
            {
                writer.Line("return;");
            }

            writer.Line();
            writer.Line(ReadySet.Empty(writer, emission));
            using (writer.Block($"if (!MayStart({stage.Place}) || {call}())"))
            {
                writer.Line($"Release({stage.Place}, ref ready);");
                writer.Line("Drain(ref ready);");
            }

            writer.Line();
            writer.Line("Leave(previous);");
        }

        writer.Line();
        writer.Line("// True where the stage has ended.");
        using (writer.Block($"private bool {call}()"))
        {
            using (writer.Block("try"))
            {
                WriteCall(stage);
            }

            SegmentedMethod.WriteFailure(writer, ConcurrentFailures.Fail(emission, stage.Place.ToString()));
        }
    }
}
