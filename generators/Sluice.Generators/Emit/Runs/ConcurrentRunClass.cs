using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Generators.Emit;

/// <summary>
/// Writes the run object of a concurrent plan. Whoever ends a stage counts down the joins that wait for it, starts what that makes
/// ready, in the static order, and goes on with what it has started as long as that completes at once.
/// </summary>
internal static class ConcurrentRunClass
{
    /// <summary>Writes the class.</summary>
    public static void Write(SourceWriter writer, EntryPointEmission emission) =>
        RunClass.Write(
            writer,
            emission,
            emission.IsReadMeanwhile
                ? StreamedEntryPoint.RunType(emission)
                : $"{(emission.Plan.OwnsToken ? "CancellableRun" : "ConcurrentRun")}<{emission.ResultType}>",
            () => WriteFields(writer, emission),
            () => WriteExecution(writer, emission)
        );

    private static void WriteExecution(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Plan.StartsSuspended)
        {
            WriteBegin(writer, emission);
        }
        else
        {
            WriteSuspend(writer, emission);
        }

        if (emission.CancellingToken(emission.Fields) is { } token and not ("CallerToken" or "CancellingToken"))
        {
            writer.Line();
            writer.Line($"protected override {Known.CancellationToken} CancellingToken => {token};");
        }

        WriteDrain(writer, emission);
        ConcurrentStages.Write(writer, emission);
        HandedOverStream.WriteEnd(writer, emission);
        WriteFinish(writer, emission);
        WriteReport(writer, emission);
    }

    /// <summary>The type of the set of stages that a thread may start.</summary>
    public static string ReadySetType(ExecutionPlan plan) =>
        $"{Known.Services}.{(plan.IsSegmented ? "LargeReadySet" : "SmallReadySet")}";

    /// <summary>The declaration of an empty set.</summary>
    public static string EmptyReadySet(SourceWriter writer, ExecutionPlan plan)
    {
        var type = ReadySetType(plan);
        var words = plan.IsSegmented ? $"stackalloc ulong[{(plan.Stages.Count + 63) / 64}]" : "";
        return $"{writer.Var(type)} ready = new {type}({words});";
    }

    private static void WriteFields(SourceWriter writer, EntryPointEmission emission)
    {
        if (emission.Plan.Ends > 1)
        {
            writer.Line("private int _openEnds;");
        }

        for (var place = 0; place < emission.Plan.Stages.Count; place++)
        {
            if (emission.IsOffloaded(place))
            {
                writer.Line($"private {Known.Services}.OffloadedStage? {emission.FieldAt(place, NameForm.Start)};");
            }

            if (emission.IsAwaited(place))
            {
                writer.Line($"private {Known.Action}? {emission.FieldAt(place, NameForm.Ended)};");
            }

            if (emission.Plan.Stages[place].IsJoin)
            {
                writer.Line($"private int {emission.FieldAt(place, NameForm.Waiting)};");
            }
        }

        HandedOverStream.WriteField(writer, emission);
        MergeReadiness.WriteFields(writer, emission);
        foreach (var guard in GuardStatements.Guards(emission))
        {
            writer.Line($"private bool {emission.FieldAt(guard, NameForm.Repeats)};");
            writer.Line(
                $"private {GuardStatements.AttemptsType(emission, guard)} {emission.FieldAt(guard, NameForm.Attempts)};"
            );
        }
    }

    private static void WriteBegin(SourceWriter writer, EntryPointEmission emission)
    {
        using (writer.Block($"internal {emission.RunTaskType} Begin()"))
        {
            WriteOpening(writer, emission);
            writer.Line(EmptyReadySet(writer, emission.Plan));
            for (var place = 0; place < emission.Plan.Stages.Count; place++)
            {
                if (emission.Plan.Stages[place].Predecessors.Count == 0)
                {
                    if (emission.IsObserved)
                    {
                        writer.Line(StageStatements.ReadyStatement(emission, emission.Fields, place));
                    }

                    writer.Line($"ready.Add({place});");
                }
            }

            WriteClosing(writer);
        }
    }

    private static void WriteSuspend(SourceWriter writer, EntryPointEmission emission)
    {
        using (writer.Block($"internal {emission.RunTaskType} Suspend(int stage)"))
        {
            WriteOpening(writer, emission);
            writer.Line(EmptyReadySet(writer, emission.Plan));
            using (writer.Block("try"))
            {
                using (writer.Block("switch (stage)"))
                {
                    foreach (var suspension in emission.Plan.Suspensions)
                    {
                        WriteSuspension(writer, emission, suspension);
                    }
                }
            }

            using (writer.Block($"catch ({Known.Exception} exception)"))
            {
                writer.Line(ConcurrentStages.Fail(emission, "stage"));
                writer.Line("Release(stage, ref ready);");
            }

            writer.Line();
            WriteClosing(writer);
        }
    }

    private static void WriteSuspension(SourceWriter writer, EntryPointEmission emission, Suspension suspension)
    {
        writer.Line(
            $"case {suspension.Place}: // {CommentText.Of(emission.StageAt(suspension.Place).Name)} is under way."
        );
        using (writer.Indent())
        {
            foreach (var join in suspension.Joins)
            {
                writer.Line($"{emission.FieldAt(join.Place, NameForm.Waiting)} = {join.Waiting};");
            }

            if (suspension.OpenEnds < emission.Plan.Ends)
            {
                writer.Line($"_openEnds = {suspension.OpenEnds};");
            }

            if (suspension.Ready != 0)
            {
                if (emission.IsObserved)
                {
                    for (var place = 0; place < emission.Plan.Stages.Count; place++)
                    {
                        if ((suspension.Ready & (1UL << place)) != 0)
                        {
                            writer.Line(StageStatements.ReadyStatement(emission, emission.Fields, place));
                        }
                    }
                }

                writer.Line($"ready = new {ReadySetType(emission.Plan)}(0x{suspension.Ready:X}UL);");
            }

            writer.Line(ConcurrentStages.Await(emission, suspension.Place));
            writer.Line("break;");
        }
    }

    private static void WriteOpening(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line($"{writer.Var(emission.RunTaskType)} task = {emission.RunTask};");
        if (emission.Plan.OwnsToken)
        {
            writer.Line("OpenToken();");
        }

        if (emission.Plan.Ends > 1)
        {
            writer.Line($"_openEnds = {emission.Plan.Ends};");
        }

        for (var place = 0; place < emission.Plan.Stages.Count; place++)
        {
            if (emission.Plan.Stages[place].IsJoin)
            {
                writer.Line($"{emission.FieldAt(place, NameForm.Waiting)} = {emission.Plan.Stages[place].Waiting};");
            }
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
        using (writer.Block($"private void Drain(ref {ReadySetType(emission.Plan)} ready)"))
        {
            using (writer.Block($"while (ready.TryTake(out {writer.Var("int")} stage))"))
            {
                var decides = emission.Plan.Stages.Any(planned => planned.MayBeSkipped)
                    ? "IsOver(stage) || Skips(stage) || "
                    : "";
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
            writer.Line(EmptyReadySet(writer, emission.Plan));
            writer.Line("ready.Add(stage);");
            writer.Line("Drain(ref ready);");
            writer.Line("Leave(previous);");
        }

        if (Enumerable.Range(0, emission.Plan.Stages.Count).Any(place => ConcurrentStages.NeedsResume(emission, place)))
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
                writer.Line(EmptyReadySet(writer, emission.Plan));
                using (writer.Block("try"))
                {
                    writer.Line("TakeResult(stage);");
                }

                using (writer.Block($"catch ({Known.Exception} exception)"))
                {
                    writer.Line(ConcurrentStages.Fail(emission, "stage"));
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
            place => $"EndOf({place})",
            "Cause",
            emission.Fields
        );

    private static void WriteFinish(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block("private void Finish()"))
        {
            if (emission.Plan.OwnsToken)
            {
                writer.Line(
                    $"CloseToken(outputMayKeepToken: {(emission.Plan.OutputMayKeepToken ? "true" : "false")});"
                );
            }

            if (ScopeStatements.IsNeeded(emission))
            {
                if (emission.HasDeadline)
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

        if (ScopeStatements.IsNeeded(emission))
        {
            WriteEnded(writer, emission);
        }
    }

    private static void WriteEnded(SourceWriter writer, EntryPointEmission emission)
    {
        writer.Line();
        using (writer.Block($"protected override void Ended({Known.Exception}? exception)"))
        {
            if (emission.Plan.NeedsScope)
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

        if (emission.Plan.NeedsScope)
        {
            writer.Line();
            writer.Line("protected override long Timestamp() => _scope.ReportTimestamp();");
        }
    }

    private static void WriteResult(SourceWriter writer, EntryPointEmission emission)
    {
        var closeFailed = ScopeStatements.Close(emission, emission.Fields, "Cause", "CauseIsCancellation", "report");
        if (emission.Measures)
        {
            writer.Line($"{writer.Var(Known.RunReport)} report = Report();");
            if (ScopeStatements.IsNeeded(emission))
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
            if (ScopeStatements.IsNeeded(emission))
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
            if (ScopeStatements.IsNeeded(emission) && !emission.IsReadMeanwhile)
            {
                writer.Line($"{writer.Var(emission.ResultType)} result = {emission.Output(emission.Fields)};");
                ScopeStatements.WriteClose(writer, emission, emission.Fields);
                writer.Line("Complete(result);");
            }
            else if (emission.IsReadMeanwhile)
            {
                if (ScopeStatements.IsNeeded(emission))
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
