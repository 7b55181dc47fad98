using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the run object of a concurrent plan. The thread that ends a stage counts down the joins that wait for it. It then starts the
/// stages that became ready, in the static order, and goes on as long as they complete at once.
/// </summary>
internal static class ConcurrentRunClass
{
    /// <summary>Writes the class.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission) =>
        RunClass.Write(
            writer,
            emission,
            emission.Run.IsReadMeanwhile
                ? StreamedEntryPoint.RunType(emission)
                : $"{(emission.Run.OwnsToken ? "CancellableRun" : "ConcurrentRun")}<{emission.ResultType}>",
            () => WriteFields(writer, emission),
            () => WriteExecution(writer, emission)
        );

    private static void WriteExecution(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Shape.StartsInObject)
        {
            WriteBegin(writer, emission);
        }
        else
        {
            WriteSuspend(writer, emission);
        }

        if (
            emission.Run.Canceller is RunCanceller.Scope or RunCanceller.Events or RunCanceller.CallerOrScope
            && emission.CancellingToken(emission.Fields) is { } token
        )
        {
            writer.Line();
            writer.Line($"protected override {Known.CancellationToken} CancellingToken => {token};");
        }

        WriteDrain(writer, emission);
        new ConcurrentStages(writer, emission).Write();
        HandedOverStream.WriteEnd(writer, emission);
        WriteFinish(writer, emission);
        WriteReport(writer, emission);
    }

    private static void WriteFields(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Shape.CountsEnds)
        {
            writer.Line("private int _openEnds;");
        }

        WriteSlots(writer, emission, SlotKind.Start, SlotKind.Ended, SlotKind.Waiting);

        HandedOverStream.WriteField(writer, emission);
        MergeReadiness.WriteFields(writer, emission);
        WriteSlots(writer, emission, SlotKind.Repeats, SlotKind.Attempts, SlotKind.Loop);
    }

    private static void WriteSlots(SourceWriter writer, EntryPointEmission emission, params SlotKind[] kinds)
    {
        foreach (var slot in emission.Program.ControlSlots(kinds))
        {
            writer.Line($"private {SlotText.TypeOf(emission, slot)} {emission.Fields.Of(slot)};");
        }
    }

    private static void WriteBegin(SourceWriter writer, EntryPointEmission emission)
    {
        using (writer.Block($"internal {emission.RunTaskType} Begin()"))
        {
            WriteOpening(writer, emission);
            writer.Line(ReadySet.Empty(writer, emission));
            foreach (var stage in emission.Stages.Where(stage => stage.IsReadyAtStart))
            {
                if (emission.Run.IsObserved)
                {
                    writer.Line(StepPrinter.Ready(emission.Fields, stage));
                }

                writer.Line($"ready.Add({stage.Place});");
            }

            WriteClosing(writer);
        }
    }

    private static void WriteSuspend(SourceWriter writer, EntryPointEmission emission)
    {
        using (writer.Block($"internal {emission.RunTaskType} Suspend(int stage)"))
        {
            WriteOpening(writer, emission);
            writer.Line(ReadySet.Empty(writer, emission));
            using (writer.Block("try"))
            {
                using (writer.Block("switch (stage)"))
                {
                    foreach (var suspension in emission.Shape.Suspensions)
                    {
                        WriteSuspension(writer, emission, suspension);
                    }
                }
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                writer.Line(ConcurrentFailures.Fail(emission, "stage"));
                writer.Line("Release(stage, ref ready);");
            }

            writer.Line();
            WriteClosing(writer);
        }
    }

    private static void WriteSuspension(SourceWriter writer, EntryPointEmission emission, SuspensionPoint suspension)
    {
        writer.Line($"case {suspension.Stage.Place}: // {CommentText.Of(suspension.Stage.Name)} is under way.");
        using (writer.Indent())
        {
            foreach (var join in suspension.Joins)
            {
                writer.Line($"{emission.Field(join.Place, SlotKind.Waiting)} = {join.Count};");
            }

            if (suspension.OpenEnds is { } openEnds)
            {
                writer.Line($"_openEnds = {openEnds};");
            }

            if (suspension.Ready.Count > 0)
            {
                if (emission.Run.IsObserved)
                {
                    foreach (var stage in suspension.Ready)
                    {
                        writer.Line(StepPrinter.Ready(emission.Fields, stage));
                    }
                }

                writer.Line($"ready = new {ReadySet.TypeOf(emission)}(0x{suspension.ReadySet:X}UL);");
            }

            writer.Line($"{ConcurrentStages.Await(emission, suspension.Stage)};");
            writer.Line("break;");
        }
    }

    private static void WriteOpening(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line($"{writer.Var(emission.RunTaskType)} task = {emission.RunTask};");
        if (emission.Run.OwnsToken)
        {
            writer.Line("OpenToken();");
        }

        if (emission.Shape.CountsEnds)
        {
            writer.Line($"_openEnds = {emission.Shape.Ends};");
        }

        foreach (var stage in emission.Stages.Where(stage => stage.IsJoin))
        {
            writer.Line($"{emission.Field(stage.Place, SlotKind.Waiting)} = {stage.Waiting};");
        }

        HandedOverStream.WriteOpening(writer, emission);
        MergeReadiness.WriteOpening(writer, emission);
    }

    private static void WriteClosing(SourceWriter writer)
    {
        writer.Line("Drain(ref ready);");
        writer.Line("return task;");
    }

    private static void WriteDrain(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        writer.Line(
            "// Once a stage is under way, another thread may end the run: from there on only the set on the stack is touched."
        );
        using (writer.Block($"private void Drain(ref {ReadySet.TypeOf(emission)} ready)"))
        {
            using (writer.Block($"while (ready.TryTake(out {writer.Var("int")} stage))"))
            {
                var decides = emission.Run.MaySkip ? "IsOver(stage) || Skips(stage) || " : "";
                using (writer.Block($"if ({decides}!MayStart(stage) || Start(stage))"))
                {
                    writer.Line("Release(stage, ref ready);");
                }
            }
        }

        writer.Line();
        using (writer.Block("protected override void StartReady(int stage)"))
        {
            using (writer.Block($"if (!TryEnter(out {writer.Var(Known.ExecutionContext + "?")} previous))"))
            {
                writer.Line("StartReadyElsewhere(stage);");
                writer.Line("return;");
            }

            writer.Line();
            writer.Line(ReadySet.Empty(writer, emission));
            writer.Line("ready.Add(stage);");
            writer.Line("Drain(ref ready);");
            writer.Line("Leave(previous);");
        }

        if (emission.Stages.Any(stage => stage.ResumesRun))
        {
            writer.Line();
            using (writer.Block($"private void Resume(int stage, {Known.Action} continuation)"))
            {
                using (
                    writer.Block(
                        $"if (!TryEnter(continuation, out {writer.Var(Known.ExecutionContext + "?")} previous))"
                    )
                )
                {
                    writer.Line("return;");
                }

                writer.Line();
                writer.Line(ReadySet.Empty(writer, emission));
                using (writer.Block("try"))
                {
                    writer.Line("TakeResult(stage);");
                }

                using (writer.Block($"catch ({Known.Exception} exception)"))
                {
                    writer.Line(ConcurrentFailures.Fail(emission, "stage"));
                }

                writer.Line();
                writer.Line("Release(stage, ref ready);");
                writer.Line("Drain(ref ready);");
                writer.Line("Leave(previous);");
            }
        }
    }

    private static void WriteReport(SourceWriter writer, EntryPointEmission emission) =>
        RunReports.WriteMethod(
            writer,
            emission,
            "private global::Sluice.RunReport Report()",
            stage => $"EndOf({stage.Place})",
            "Cause",
            emission.Fields
        );

    private static void WriteFinish(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block("private void Finish()"))
        {
            if (emission.Run.OwnsToken)
            {
                writer.Line($"CloseToken(outputMayKeepToken: {(emission.Run.OutputMayKeepToken ? "true" : "false")});");
            }

            if (emission.Run.IsClosed)
            {
                if (emission.Run.HasDeadline)
                {
                    writer.Line("ReconsiderCause(_scope);");
                }

                CleanUpStatements.Write(writer, emission, "Cause");
                writer.Line("Ended(Cause);");
            }
            else
            {
                WriteResult(writer, emission);
            }
        }

        if (emission.Run.IsClosed)
        {
            WriteEnded(writer, emission);
        }
    }

    private static void WriteEnded(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block($"protected override void Ended({Known.Exception}? exception)"))
        {
            if (emission.Run.NeedsScope)
            {
                writer.Line("// A clean-up may have failed, where nothing else had.");
                using (writer.Block("if (exception is not null)"))
                {
                    writer.Line("FailLater(exception);");
                }

                writer.Line();
                CleanUpStatements.WriteCompensation(writer, emission, "Cause");
            }

            WriteResult(writer, emission);
        }

        if (emission.Run.NeedsScope)
        {
            writer.Line();
            writer.Line("protected override long Timestamp() => _scope.ReportTimestamp();");
        }
    }

    private static void WriteResult(SourceWriter writer, EntryPointEmission emission)
    {
        var closeFailed = ScopeStatements.Close(emission, emission.Fields, "Cause", "CauseIsCancellation", "report");
        if (emission.Run.Measures)
        {
            writer.Line($"{writer.Var(Known.RunReport)} report = Report();");
            if (emission.Run.IsClosed)
            {
                writer.Line(closeFailed);
            }

            writer.Line(
                $"Complete(new {emission.ResultType}(HasFailed ? FailedOutcome<{emission.EntryPoint.OutputTypeName}>(report) : {emission.Outcome(emission.Fields)}, report));"
            );
            return;
        }

        using (writer.Block("if (HasFailed)"))
        {
            if (emission.Run.IsClosed)
            {
                writer.Line($"{writer.Var(Known.RunReport)} report = Report();");
                writer.Line(closeFailed);
                writer.Line("CompleteExceptionally(report);");
            }
            else
            {
                writer.Line("CompleteExceptionally(Report());");
            }
        }

        using (writer.Block("else"))
        {
            if (emission.Run.IsClosed && !emission.Run.IsReadMeanwhile)
            {
                writer.Line($"{writer.Var(emission.ResultType)} result = {emission.Output(emission.Fields)};");
                ScopeStatements.WriteClose(writer, emission, emission.Fields);
                writer.Line("Complete(result);");
            }
            else if (emission.Run.IsReadMeanwhile)
            {
                if (emission.Run.IsClosed)
                {
                    ScopeStatements.WriteClose(writer, emission, emission.Fields);
                }

                writer.Line("Complete(true);");
            }
            else
            {
                writer.Line($"Complete({emission.Output(emission.Fields)});");
            }
        }
    }
}
