using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Prints how the stages of a concurrent run are decided and started, and how those end that were under way.</summary>
/// <param name="writer">The writer.</param>
/// <param name="emission">The entry point.</param>
internal sealed class ConcurrentStages(SourceWriter writer, EntryPointEmission emission)
{
    private readonly StepPrinter _steps = new(writer, emission, emission.Fields);

    /// <summary>Prints the methods.</summary>
    public void Write()
    {
        var releases = new ConcurrentReleases(writer, emission);
        WriteSkips();
        WriteStarts();
        releases.Write();
        WriteTakenResults();
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
                WriteEnded(stage, releases);
            }
        }
    }

    /// <summary>The statement that resumes the run when a stage has ended.</summary>
    public static string Await(EntryPointEmission emission, LoweredStage stage)
    {
        var ended = emission.Field(stage.Place, SlotKind.Ended);
        return $"{emission.Field(stage.Place, SlotKind.Awaiter)}.UnsafeOnCompleted({ended} ??= {emission.Member(stage.Place, NameForm.EndMethod)});";
    }

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

    // Whoever makes a stage ready has told the observer.
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

    // The call, up to "return true" if the stage has ended and "return false" if it is under way.
    private void WriteCall(LoweredStage stage)
    {
        if (!stage.Call.IsAwaited)
        {
            _steps.Run(stage);
            writer.Line("return true;");
            return;
        }

        var awaiter = emission.Field(stage.Place, SlotKind.Awaiter);
        _steps.Start(stage, awaiter, ".ConfigureAwait(false).GetAwaiter()");
        using (writer.Block($"if ({awaiter}.IsCompleted)"))
        {
            WriteResult(stage);
            writer.Line("return true;");
        }

        writer.Line();
        writer.Line(Await(emission, stage));
        writer.Line("return false;");
    }

    private void WriteTakenResults()
    {
        if (!emission.Stages.Any(stage => stage.ResumesRun))
        {
            return;
        }

        writer.Line();
        writer.Line("// Takes the result of a stage that was under way.");
        new SegmentedMethod("void", "TakeResult").Write(
            writer,
            emission,
            stage => stage.ResumesRun,
            stage =>
            {
                WriteResult(stage);
                writer.Line("break;");
            }
        );
    }

    // The method that the stage's task calls when it is done.
    private void WriteEnded(LoweredStage stage, ConcurrentReleases releases)
    {
        var name = emission.Member(stage.Place, NameForm.EndMethod);
        writer.Line();
        if (stage.ResumesRun)
        {
            writer.Line(
                $"private void {name}() => Resume({stage.Place}, {emission.Field(stage.Place, SlotKind.Ended)}!);"
            );
            return;
        }

        using (writer.Block($"private void {name}()"))
        {
            if (emission.Run.IsObserved)
            {
                writer.Line("// Who has completed the stage keeps its execution context, whatever observers do to it.");
                writer.Line($"{writer.Var(Known.ExecutionContext + "?")} previous = _events.KeepContext();");
            }

            using (writer.Block("try"))
            {
                WriteResult(stage);
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                writer.Line(ConcurrentFailures.Fail(emission, stage.Place.ToString()));
            }

            writer.Line();
            if (emission.Run.IsObserved)
            {
                writer.Line("_events.RestoreContext(previous);");
            }

            releases.WriteOne((ReleaseStage)stage.Releases[0]);
        }
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

    private void WriteResult(LoweredStage stage) =>
        _steps.End(stage, $"{emission.Field(stage.Place, SlotKind.Awaiter)}.GetResult()");
}
